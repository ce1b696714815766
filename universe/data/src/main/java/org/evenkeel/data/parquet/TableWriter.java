package org.evenkeel.data.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of any kind as one Parquet file, ZSTD, such as the runs of a sweep. Rows are handed on in groups, so memory
 * does not grow with them. Every column may have gaps.
 */
public final class TableWriter implements Closeable {
    private static final int MOST_GROUP_ROWS = 32_768;
    /** Values of a group, which are kept until it is full: some 8 MB, however many columns there are. */
    private static final int GROUP_VALUES = 1 << 18;

    private static final int NO_PADDING = 0;

    private final ParquetFileWriter file;
    private final MessageType schema;
    private final ParquetProperties properties = ParquetProperties.builder().build();
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final int groupRows;
    private int groups;

    /** What a column holds. */
    public enum Kind {
        /** {@code Long}. */
        WHOLE,
        /** {@code Double}. */
        NUMBER,
        /** {@code String}. */
        TEXT;

        private Type named(String name) {
            return switch (this) {
                case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(name);
                case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
                case TEXT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(name);
            };
        }
    }

    /**
     * A column.
     *
     * @param name its name
     * @param kind what it holds
     */
    public record Column(String name, Kind kind) {}

    /** Who gives the rows. */
    @FunctionalInterface
    public interface Rows {
        /** Adds every row. */
        void addTo(TableWriter table) throws IOException;
    }

    private TableWriter(Path path, String name, List<Column> columns) throws IOException {
        schema = new MessageType(
                name,
                columns.stream()
                        .map(column -> column.kind().named(column.name()))
                        .toList());
        groupRows = Math.clamp(GROUP_VALUES / columns.size(), 1, MOST_GROUP_ROWS);
        file = new ParquetFileWriter(
                new LocalOutputFile(path),
                schema,
                ParquetFileWriter.Mode.OVERWRITE,
                Long.MAX_VALUE,
                NO_PADDING,
                null,
                properties);
        file.start();
    }

    /**
     * Writes a file in place of what may be there, which stays as it is until the new one is whole and on disk.
     *
     * @param target the file
     * @param name of the table
     * @param columns one or more, each under a name of its own
     * @param rows adds the rows
     * @throws DataException when it cannot be written
     */
    public static void write(Path target, String name, List<Column> columns, Rows rows) {
        DurableFiles.replace(target, path -> {
            try (TableWriter table = new TableWriter(path, name, columns)) {
                rows.addTo(table);
            }
        });
    }

    /**
     * Adds a row.
     *
     * @param values a {@code Long}, {@code Double} or {@code String} for each column, as its kind says, or null
     */
    public void add(@Nullable Object... values) throws IOException {
        if (values.length != schema.getFieldCount()) {
            throw new IllegalArgumentException(
                    "A row has " + values.length + " values for " + schema.getFieldCount() + " columns.");
        }
        rows.add(values.clone());
        if (rows.size() >= groupRows) {
            flush();
        }
    }

    private void flush() throws IOException {
        ColumnChunkPageWriteStore pages = ColumnChunkPageWriteStore.builder()
                .withCompressorProvider(column -> Codecs.INSTANCE.getCompressor(CompressionCodecName.ZSTD))
                .withSchema(schema)
                .withAllocator(properties.getAllocator())
                .withColumnIndexTruncateLength(properties.getColumnIndexTruncateLength())
                .withPageWriteChecksumEnabled(properties.getPageWriteChecksumEnabled())
                .withRowGroupOrdinal(groups++)
                .build();
        try (pages;
                ColumnWriteStore store = properties.newColumnWriteStore(schema, pages, pages)) {
            // Asking for a column's writer takes longer than writing a value.
            List<ColumnWriter> writers = schema.getColumns().stream()
                    .map((ColumnDescriptor column) -> store.getColumnWriter(column))
                    .toList();
            for (@Nullable Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    write(writers.get(column), row[column]);
                }
                store.endRecord();
            }
            file.startBlock(rows.size());
            store.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
        }
        rows.clear();
    }

    private static void write(ColumnWriter writer, @Nullable Object value) {
        switch (value) {
            case null -> writer.writeNull(0, 0);
            case Long whole -> writer.write(whole, 0, 1);
            case Double number -> writer.write(number, 0, 1);
            case String text -> writer.write(Binary.fromString(text), 0, 1);
            default ->
                throw new IllegalArgumentException(
                        "A table holds whole numbers, numbers and texts, but is given a " + value.getClass() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        if (!rows.isEmpty()) {
            flush();
        }
        file.end(Map.of());
        file.close();
    }
}
