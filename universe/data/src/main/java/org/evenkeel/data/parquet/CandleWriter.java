package org.evenkeel.data.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.DataException;

/**
 * Writes candles as one Parquet file: sorted by pair, then time; ZSTD; columns {@code pair_id}, {@code timestamp} (ms,
 * UTC), {@code open}, {@code high}, {@code low}, {@code close}, and, where any pair has them, {@code volume},
 * {@code reserve_base}, {@code reserve_quote} and {@code tvl_usd}.
 *
 * <p>A row group holds whole pairs as far as possible, and no more of them than it takes to be worth a read of its own,
 * so that reading some pairs of many reads little else.
 */
public final class CandleWriter {
    /** A group with so many rows is closed at the end of its pair. */
    static final int GROUP_ROWS = 16_384;
    /** A pair with more rows is split. */
    static final int MOST_GROUP_ROWS = 131_072;

    private static final int NO_PADDING = 0;

    private CandleWriter() {}

    /**
     * Writes a file in place of what may be there, which stays as it is until the new one is whole and on disk.
     *
     * @param target the file
     * @param candles the pairs and their candles, in any order
     * @throws DataException when it cannot be written, or a pair comes twice
     */
    public static void write(Path target, List<PairCandles> candles) {
        List<PairCandles> sorted = candles.stream()
                .sorted(Comparator.comparingLong(one -> one.pair().id()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).pair().id() == sorted.get(i - 1).pair().id()) {
                throw new DataException("Pair " + sorted.get(i).pair() + " (id "
                        + sorted.get(i).pair().id() + ") is to be written to " + target + " twice: join its candles.");
            }
        }
        DurableFiles.replace(target, path -> writeTo(path, sorted));
    }

    private static void writeTo(Path path, List<PairCandles> sorted) throws IOException {
        WrittenColumns columns = WrittenColumns.of(sorted);
        ParquetProperties properties = columns.properties();
        try (ParquetFileWriter file = new ParquetFileWriter(
                new LocalOutputFile(path),
                columns.schema(),
                ParquetFileWriter.Mode.OVERWRITE,
                Long.MAX_VALUE,
                NO_PADDING,
                null,
                properties)) {
            file.start();
            RowGroupWriter group = new RowGroupWriter(file, columns, properties);
            for (PairCandles one : sorted) {
                int rows = one.candles().size();
                for (int from = 0; from < rows; from += MOST_GROUP_ROWS) {
                    group.add(one, from, Math.min(rows, from + MOST_GROUP_ROWS));
                    if (group.rows() >= GROUP_ROWS) {
                        group.flush();
                    }
                }
            }
            group.flush();
            file.end(Map.of("evenkeel.format", "candles-1"));
        }
    }
}
