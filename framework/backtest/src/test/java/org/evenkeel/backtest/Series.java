package org.evenkeel.backtest;

import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;

/** Candles made by hand, counted from {@link Lab#START} on. */
final class Series {
    private final Interval interval;
    private final SortedMap<Integer, double[]> rows = new TreeMap<>();
    private LiquiditySource source = LiquiditySource.NONE;

    private Series(Interval interval) {
        this.interval = interval;
    }

    /** So many hourly candles at one price. */
    static Series hourly(int count, double price) {
        return flat(Interval.HOURLY, count, price);
    }

    static Series flat(Interval interval, int count, double price) {
        return new Series(interval).level(0, count, price);
    }

    /** Candles at one price, in the place of others. */
    Series level(int from, int to, double price) {
        for (int i = from; i < to; i++) {
            candle(i, price, price, price, price);
        }
        return this;
    }

    Series candle(int at, double open, double high, double low, double close) {
        double depth = rows.containsKey(at) ? rows.get(at)[4] : Double.NaN;
        rows.put(at, new double[] {open, high, low, close, depth});
        return this;
    }

    Series gap(int from, int to) {
        rows.subMap(from, to).clear();
        return this;
    }

    /** One side of the pool is worth so much in all candles so far. */
    Series depth(double usd) {
        rows.values().forEach(row -> row[4] = usd);
        source = LiquiditySource.RESERVES;
        return this;
    }

    Series depth(int at, double usd) {
        rows.get(at)[4] = usd;
        source = LiquiditySource.RESERVES;
        return this;
    }

    Candles candles() {
        int count = rows.size();
        long[] times = new long[count];
        double[][] columns = new double[5][count];
        int next = 0;
        for (var entry : rows.entrySet()) {
            times[next] = Lab.START.toEpochMilli() + entry.getKey() * interval.millis();
            for (int column = 0; column < columns.length; column++) {
                columns[column][next] = entry.getValue()[column];
            }
            next++;
        }
        Candles.Prices prices = new Candles.Prices(columns[0], columns[1], columns[2], columns[3], new double[count]);
        Candles.Depth depth =
                source == LiquiditySource.NONE ? Candles.Depth.NONE : new Candles.Depth(source, columns[4]);
        return new Candles(interval, times, prices, depth);
    }
}
