package org.evenkeel.market;

import java.util.Arrays;

/** Coarser candles from finer ones: first open, highest high, lowest low, last close, summed volume, last depth. */
public final class Resampler {
    private final Candles source;
    private final Interval interval;
    private int rows;
    private final long[] times;
    private final Candles.Prices columns;
    private final double[] depths;

    private Resampler(Candles source, Interval interval) {
        this.source = source;
        this.interval = interval;
        int most = source.size();
        times = new long[most];
        columns = new Candles.Prices(
                new double[most], new double[most], new double[most], new double[most], new double[most]);
        depths = new double[source.liquiditySource() == LiquiditySource.NONE ? 0 : most];
    }

    /**
     * Resamples candles onto the grid of a coarser interval. A cell without a trade has no candle; the last cell may be
     * incomplete, but it closes at its grid line, so no view shows it before.
     *
     * @throws IllegalArgumentException when the interval is not a multiple of the candles' own
     */
    public static Candles resample(Candles candles, Interval interval) {
        if (candles.interval().equals(interval)) {
            return candles;
        }
        Checks.that(
                interval.millis() % candles.interval().millis() == 0,
                "Candles of %s cannot be made into candles of %s: choose a multiple of %s.",
                candles.interval(),
                interval,
                candles.interval());
        return new Resampler(candles, interval).run();
    }

    private Candles run() {
        for (int row = 0; row < source.size(); row++) {
            long cell = interval.floor(source.time(row));
            if (rows == 0 || times[rows - 1] != cell) {
                begin(cell, row);
            } else {
                extend(row);
            }
            columns.closes()[rows - 1] = source.close(row);
            if (depths.length > 0) {
                depths[rows - 1] = source.depthUsd(row);
            }
        }
        return finish();
    }

    private void begin(long cell, int row) {
        times[rows] = cell;
        columns.opens()[rows] = source.open(row);
        columns.highs()[rows] = source.high(row);
        columns.lows()[rows] = source.low(row);
        columns.volumes()[rows] = source.volume(row);
        rows++;
    }

    private void extend(int row) {
        int last = rows - 1;
        columns.highs()[last] = Math.max(columns.highs()[last], source.high(row));
        columns.lows()[last] = Math.min(columns.lows()[last], source.low(row));
        columns.volumes()[last] += source.volume(row);
    }

    private Candles finish() {
        Candles.Prices prices = new Candles.Prices(
                Arrays.copyOf(columns.opens(), rows),
                Arrays.copyOf(columns.highs(), rows),
                Arrays.copyOf(columns.lows(), rows),
                Arrays.copyOf(columns.closes(), rows),
                Arrays.copyOf(columns.volumes(), rows));
        Candles.Depth depth = depths.length == 0
                ? Candles.Depth.NONE
                : new Candles.Depth(source.liquiditySource(), Arrays.copyOf(depths, rows));
        return new Candles(interval, Arrays.copyOf(times, rows), prices, depth);
    }
}
