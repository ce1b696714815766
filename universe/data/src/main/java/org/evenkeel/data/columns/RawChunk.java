package org.evenkeel.data.columns;

import java.util.Map;
import java.util.function.IntToLongFunction;

/**
 * Some rows of one pair from one place of one file.
 *
 * @param file the file, as a person would write it
 * @param rowOf the row of the file, counted from 1, that each index came from
 * @param times opens in epoch milliseconds
 * @param values a column for each that the file has, of the same length as the times
 */
public record RawChunk(String file, IntToLongFunction rowOf, long[] times, Map<CandleColumn, double[]> values) {
    /** How many rows there are. */
    public int size() {
        return times.length;
    }

    /** Whether the file has the column. */
    public boolean has(CandleColumn column) {
        return values.containsKey(column);
    }

    /** A value; NaN where the file has none. */
    public double value(CandleColumn column, int index) {
        double[] found = values.get(column);
        return found == null ? Double.NaN : found[index];
    }

    /** Where an index came from, for messages: {@code candles.parquet, row 17}. */
    public String place(int index) {
        return file + ", row " + rowOf.applyAsLong(index);
    }
}
