package org.evenkeel.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.evenkeel.data.parquet.TableWriter.Column;
import org.evenkeel.data.parquet.TableWriter.Kind;
import org.evenkeel.testkit.SeededTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    private static final List<Column> COLUMNS =
            List.of(new Column("run", Kind.WHOLE), new Column("sharpe", Kind.NUMBER), new Column("error", Kind.TEXT));

    @TempDir
    private Path folder;

    /** Every row as Parquet's own reader of records has it. */
    private static List<List<@Nullable Object>> read(Path file) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(Codecs.INSTANCE)
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(values(records.read()));
                }
            }
        }
        return rows;
    }

    private static List<@Nullable Object> values(Group row) {
        return Arrays.asList(
                row.getFieldRepetitionCount(0) == 0 ? null : row.getLong(0, 0),
                row.getFieldRepetitionCount(1) == 0 ? null : row.getDouble(1, 0),
                row.getFieldRepetitionCount(2) == 0 ? null : row.getString(2, 0));
    }

    @SeededTest
    void another_reader_finds_every_value_and_every_gap(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int count = random.nextInt(100_000);
        for (long row = 0; row < count; row++) {
            rows.add(Arrays.asList(
                    row,
                    random.nextInt(3) == 0 ? null : random.nextGaussian(),
                    random.nextInt(9) == 0 ? "failed, \"äö\" " + row % 7 : null));
        }
        Path file = folder.resolve("runs.parquet");
        TableWriter.write(file, "runs", COLUMNS, table -> {
            for (List<@Nullable Object> row : rows) {
                table.add(row.toArray());
            }
        });
        assertEquals(rows, read(file));
    }

    /** A sweep of 20,100 runs with some hundred figures ran out of a heap of 64 MB here. */
    @Test
    void the_more_columns_there_are_the_fewer_rows_are_kept_in_memory() throws IOException {
        int rows = 5_000;
        List<Column> columns = IntStream.range(0, 100)
                .mapToObj(column -> new Column("figure" + column, Kind.NUMBER))
                .toList();
        Path file = folder.resolve("runs.parquet");
        TableWriter.write(file, "runs", columns, table -> {
            for (int row = 0; row < rows; row++) {
                table.add(Collections.nCopies(columns.size(), (double) row).toArray());
            }
        });
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            assertEquals(rows, reader.getRecordCount());
            reader.getRowGroups().forEach(group -> assertTrue(group.getRowCount() * columns.size() <= 1 << 18));
        }
    }

    @Test
    void a_row_that_does_not_fit_leaves_the_file_that_was_there() throws IOException {
        Path file = folder.resolve("runs.parquet");
        TableWriter.write(file, "runs", COLUMNS, table -> table.add(1L, 0.5, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> TableWriter.write(file, "runs", COLUMNS, table -> table.add(2L, 0.5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> TableWriter.write(file, "runs", COLUMNS, table -> table.add(2, 0.5, null)));
        assertEquals(List.of(Arrays.asList(1L, 0.5, null)), read(file));
        assertTrue(folder.toFile().list().length == 1, "nothing is left beside it");
    }
}
