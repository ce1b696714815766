package org.evenkeel.data.importing;

import java.time.Instant;
import java.util.Locale;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.RawChunk;
import org.jspecify.annotations.Nullable;

/** What may be wrong with one row. */
final class RowFaults {
    private RowFaults() {}

    /** Says what is wrong with a row; null where nothing is. */
    static @Nullable String find(RawChunk chunk, int index) {
        long time = chunk.times()[index];
        if (time == RowBuffer.NO_TIME) {
            return "its time cannot be read";
        }
        for (CandleColumn column : chunk.values().keySet()) {
            double value = chunk.value(column, index);
            if (column.isPrice() && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
                String found = Double.isNaN(value) ? "no " + name(column) : name(column) + " " + value;
                return at(time) + " has " + found + ", but a price is a positive number";
            }
            if (!column.isPrice() && (value < 0 || value == Double.POSITIVE_INFINITY)) {
                return at(time) + " has " + name(column) + " " + value + ", but an amount is 0 or more";
            }
        }
        return findWick(chunk, index, time);
    }

    private static @Nullable String findWick(RawChunk chunk, int index, long time) {
        double high = chunk.value(CandleColumn.HIGH, index);
        double low = chunk.value(CandleColumn.LOW, index);
        double open = chunk.value(CandleColumn.OPEN, index);
        double close = chunk.value(CandleColumn.CLOSE, index);
        // Comparisons with NaN are false: what a file does not have cannot contradict the rest.
        if (high < Math.max(open, close)) {
            return at(time) + " has high " + high + " below its open " + open + " or close " + close;
        }
        if (low > Math.min(open, close)) {
            return at(time) + " has low " + low + " above its open " + open + " or close " + close;
        }
        return null;
    }

    static String at(long time) {
        return "the candle at " + Instant.ofEpochMilli(time);
    }

    private static String name(CandleColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
