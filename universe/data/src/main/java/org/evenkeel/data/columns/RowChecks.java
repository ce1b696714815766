package org.evenkeel.data.columns;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;

/** Checks every value of a chunk, and that its times ascend. */
record RowChecks(TradingPair pair, RawChunk chunk, String advice) {
    void check() {
        for (Map.Entry<CandleColumn, double[]> column : chunk.values().entrySet()) {
            if (column.getKey().isPrice()) {
                checkPrices(column.getKey(), column.getValue());
            } else {
                checkAmounts(column.getKey(), column.getValue());
            }
        }
        checkOrder();
    }

    private void checkPrices(CandleColumn column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
                String found =
                        Double.isNaN(values[i]) ? "no " + name(column) + " (or NaN)" : name(column) + " " + values[i];
                throw new DataException(at(i) + " has " + found + ", but a price is a positive number." + advice);
            }
        }
    }

    private void checkAmounts(CandleColumn column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] == Double.POSITIVE_INFINITY) {
                throw new DataException(at(i) + " has " + name(column) + " " + values[i]
                        + ", but an amount is 0 or more, or left out." + advice);
            }
        }
    }

    private void checkOrder() {
        long[] times = chunk.times();
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw disorder(pair, chunk, i, times[i - 1], advice);
            }
        }
    }

    /** The error of a row whose time is not after the one before it. */
    static DataException disorder(TradingPair pair, RawChunk chunk, int index, long before, String advice) {
        long time = chunk.times()[index];
        String fault = time == before ? "is there twice" : "comes after the one of " + Instant.ofEpochMilli(before);
        return new DataException(place(pair, chunk, index) + " " + fault
                + ": a pair's candles must be in time order, each time once." + advice);
    }

    private String at(int index) {
        return place(pair, chunk, index);
    }

    private static String place(TradingPair pair, RawChunk chunk, int index) {
        return chunk.place(index) + ": the candle of " + pair + " at " + Instant.ofEpochMilli(chunk.times()[index]);
    }

    private static String name(CandleColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
