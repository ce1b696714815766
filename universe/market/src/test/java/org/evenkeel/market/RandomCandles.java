package org.evenkeel.market;

import java.util.Arrays;
import java.util.Random;

/** Seeded candles with gaps, at random offsets of volume and depth, some of both unknown. */
final class RandomCandles {
    static final long START = 1_640_000_000_000L / 86_400_000L * 86_400_000L;

    private final Random random;
    private final Interval interval;
    private final int cells;
    private double gaps = 0.3;
    private LiquiditySource source = LiquiditySource.RESERVES;

    RandomCandles(Random random, Interval interval, int cells) {
        this.random = random;
        this.interval = interval;
        this.cells = cells;
    }

    RandomCandles gaps(double share) {
        gaps = share;
        return this;
    }

    RandomCandles depth(LiquiditySource from) {
        source = from;
        return this;
    }

    /** Candles from {@link #START} on, at the open times of the cells that are no gap. */
    Candles make() {
        long[] times = new long[cells];
        int rows = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (random.nextDouble() >= gaps) {
                times[rows++] = START + cell * interval.millis();
            }
        }
        return at(Arrays.copyOf(times, rows));
    }

    /** Candles at the given times. */
    Candles at(long[] times) {
        double[][] columns = new double[6][times.length];
        double price = Math.exp(random.nextGaussian() * 4);
        for (int row = 0; row < times.length; row++) {
            columns[0][row] = price * Math.exp(random.nextGaussian() * 0.01);
            price = columns[0][row] * Math.exp(random.nextGaussian() * 0.05);
            columns[1][row] = Math.max(columns[0][row], price) * (1 + random.nextDouble() * 0.05);
            columns[2][row] = Math.min(columns[0][row], price) * (1 - random.nextDouble() * 0.05);
            columns[3][row] = price;
            columns[4][row] = random.nextInt(200) == 0 ? Double.NaN : random.nextInt(10) * 1000.0;
            columns[5][row] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble() * 1e6;
        }
        Candles.Depth depth =
                source == LiquiditySource.NONE ? Candles.Depth.NONE : new Candles.Depth(source, columns[5]);
        return new Candles(
                interval, times, new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]), depth);
    }
}
