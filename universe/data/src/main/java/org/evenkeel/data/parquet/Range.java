package org.evenkeel.data.parquet;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** The least and the greatest whole number of a column in a row group, as its statistics tell; unknown without any. */
record Range(boolean known, long least, long greatest) {
    private static final Range UNKNOWN = new Range(false, Long.MIN_VALUE, Long.MAX_VALUE);

    static Range of(BlockMetaData group, ColumnDescriptor column) {
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (Arrays.equals(chunk.getPath().toArray(), column.getPath())) {
                return of(chunk.getStatistics());
            }
        }
        return UNKNOWN;
    }

    private static Range of(Statistics<?> statistics) {
        if (statistics == null || !statistics.hasNonNullValue()) {
            return UNKNOWN;
        }
        return switch (statistics) {
            case LongStatistics longs -> new Range(true, longs.getMin(), longs.getMax());
            case IntStatistics ints -> new Range(true, ints.getMin(), ints.getMax());
            default -> UNKNOWN;
        };
    }
}
