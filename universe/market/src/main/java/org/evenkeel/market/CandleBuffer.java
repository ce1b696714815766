package org.evenkeel.market;

import java.util.Arrays;

/** Columns that are filled row by row, then become {@link Candles}. */
final class CandleBuffer {
    final long[] times;
    final double[] opens;
    final double[] highs;
    final double[] lows;
    final double[] closes;
    final double[] volumes;
    final double[] depths;
    private final Interval interval;
    private final LiquiditySource source;
    private int rows;

    /** Room for the most rows that there may be, of candles whose depth comes from the source. */
    CandleBuffer(Interval interval, LiquiditySource source, int most) {
        this.interval = interval;
        this.source = source;
        times = new long[most];
        opens = new double[most];
        highs = new double[most];
        lows = new double[most];
        closes = new double[most];
        volumes = new double[most];
        depths = new double[source == LiquiditySource.NONE ? 0 : most];
    }

    /** Begins a row; its other columns are to be filled in by the caller. */
    int next(long time) {
        times[rows] = time;
        return rows++;
    }

    void depth(int row, double usd) {
        if (depths.length > 0) {
            depths[row] = usd;
        }
    }

    Candles candles() {
        Candles.Prices prices =
                new Candles.Prices(filled(opens), filled(highs), filled(lows), filled(closes), filled(volumes));
        Candles.Depth depth =
                source == LiquiditySource.NONE ? Candles.Depth.NONE : new Candles.Depth(source, filled(depths));
        return new Candles(interval, rows == times.length ? times : Arrays.copyOf(times, rows), prices, depth);
    }

    private double[] filled(double[] column) {
        return rows == column.length ? column : Arrays.copyOf(column, rows);
    }
}
