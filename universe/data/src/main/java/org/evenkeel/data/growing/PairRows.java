package org.evenkeel.data.growing;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.Reserves;
import org.evenkeel.market.TradingPair;

/** The rows of a pair in a month, number by number as they are in its file, so that what is not replaced stays as it is. */
final class PairRows {
    private static final List<CandleColumn> COLUMNS = List.of(
            CandleColumn.OPEN,
            CandleColumn.HIGH,
            CandleColumn.LOW,
            CandleColumn.CLOSE,
            CandleColumn.VOLUME,
            CandleColumn.RESERVE_BASE,
            CandleColumn.RESERVE_QUOTE);

    private final TradingPair pair;
    private long[] times = new long[0];
    private final double[][] columns = new double[COLUMNS.size()][0];

    PairRows(TradingPair pair) {
        this.pair = pair;
    }

    /** Those of a file. */
    PairRows(RawCandles raw) {
        this(raw.pair());
        for (RawChunk chunk : raw.chunks()) {
            int row = grow(chunk.size());
            for (int i = 0; i < chunk.size(); i++) {
                times[row + i] = chunk.times()[i];
                for (int column = 0; column < columns.length; column++) {
                    columns[column][row + i] = chunk.value(COLUMNS.get(column), i);
                }
            }
        }
    }

    private int grow(int more) {
        int row = times.length;
        times = Arrays.copyOf(times, row + more);
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOf(columns[column], row + more);
        }
        return row;
    }

    boolean isEmpty() {
        return times.length == 0;
    }

    /** Drops what opens at a time or later. */
    void cut(long from) {
        int kept = 0;
        while (kept < times.length && times[kept] < from) {
            kept++;
        }
        times = Arrays.copyOf(times, kept);
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Arrays.copyOf(columns[column], kept);
        }
    }

    /** Adds some rows of a tail. */
    void add(CandleTail tail, int from, int to) {
        int row = grow(to - from);
        Candles candles = tail.candles();
        boolean reserves = tail.reserves().size() > 0;
        for (int i = from; i < to; i++, row++) {
            times[row] = candles.time(i);
            double[] values = {
                candles.open(i),
                candles.high(i),
                candles.low(i),
                candles.close(i),
                candles.volume(i),
                reserves ? tail.reserves().base()[i] : Double.NaN,
                reserves ? tail.reserves().quote()[i] : Double.NaN
            };
            for (int column = 0; column < values.length; column++) {
                columns[column][row] = values[column];
            }
        }
    }

    /**
     * To be written.
     *
     * @throws IllegalArgumentException when they are no candles
     */
    PairCandles candles(Interval interval) {
        Candles.Prices prices = new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]);
        return new PairCandles(pair, new Candles(interval, times, prices), new Reserves(columns[5], columns[6]));
    }
}
