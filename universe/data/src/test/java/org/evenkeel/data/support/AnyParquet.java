package org.evenkeel.data.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes Parquet files of any schema with the library's own writer, as other programs would. */
public final class AnyParquet {
    private final MessageType schema;
    private final Consumer<ExampleParquetWriter.Builder> settings;

    public AnyParquet(String schema) {
        this(schema, builder -> {});
    }

    public AnyParquet(String schema, Consumer<ExampleParquetWriter.Builder> settings) {
        this.schema = MessageTypeParser.parseMessageType("message m {" + schema + "}");
        this.settings = settings;
    }

    /** A row to be filled. */
    public Group row() {
        return new SimpleGroup(schema);
    }

    public void write(Path file, List<Group> rows) {
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withType(schema);
        settings.accept(builder);
        try (ParquetWriter<Group> writer = builder.build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
