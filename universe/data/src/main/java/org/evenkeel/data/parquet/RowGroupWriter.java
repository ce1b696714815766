package org.evenkeel.data.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.market.Candles;

/** Gathers the rows of a row group and writes them, a column at a time. */
final class RowGroupWriter {
    private final ParquetFileWriter file;
    private final WrittenColumns columns;
    private final ParquetProperties properties;
    private final List<Part> parts = new ArrayList<>();
    private int rows;
    private int groups;

    private record Part(PairCandles pair, int from, int to) {}

    RowGroupWriter(ParquetFileWriter file, WrittenColumns columns, ParquetProperties properties) {
        this.file = file;
        this.columns = columns;
        this.properties = properties;
    }

    void add(PairCandles pair, int from, int to) {
        parts.add(new Part(pair, from, to));
        rows += to - from;
    }

    int rows() {
        return rows;
    }

    void flush() throws IOException {
        if (rows == 0) {
            return;
        }
        MessageType schema = columns.schema();
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
            writeRows(store, schema);
            file.startBlock(rows);
            store.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
        }
        parts.clear();
        rows = 0;
    }

    /** Row by row, since the store decides after each row whether its pages are full. */
    private void writeRows(ColumnWriteStore store, MessageType schema) {
        List<ColumnWriter> writers = schema.getColumns().stream()
                .map((ColumnDescriptor column) -> store.getColumnWriter(column))
                .toList();
        for (Part part : parts) {
            Candles candles = part.pair().candles();
            for (int row = part.from(); row < part.to(); row++) {
                writers.get(0).write(part.pair().pair().id(), 0, 0);
                writers.get(1).write(candles.time(row), 0, 0);
                writeNumbers(writers, part.pair(), row);
                store.endRecord();
            }
        }
    }

    private void writeNumbers(List<ColumnWriter> writers, PairCandles pair, int row) {
        for (int i = 0; i < columns.numbers().size(); i++) {
            WrittenColumns.Number number = columns.numbers().get(i);
            double value = number.value().applyAsDouble(pair, row);
            ColumnWriter writer = writers.get(i + 2);
            if (number.needed()) {
                writer.write(value, 0, 0);
            } else if (Double.isNaN(value)) {
                writer.writeNull(0, 0);
            } else {
                writer.write(value, 0, 1);
            }
        }
    }
}
