package org.evenkeel.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;

/**
 * Candles of one pair as a random walk with jumps, hours without trades and longer outages. What happens in a candle is
 * drawn from the generator that is handed over for it, so that the same past can be given another future.
 */
final class CandleWalk {
    private static final double JUMP_SHARE = 0.002;
    private static final double JUMP_SIZE = 0.25;
    private static final double OUTAGE_SHARE = 0.001;
    private static final int LONGEST_OUTAGE = 72;

    private final double gaps;
    private final double volatility;
    private final double[][] columns = new double[6][];
    private final long[] times;
    private int rows;
    private int outage;
    private double price;
    private double depth;

    /** A walk of at most so many candles, so volatile as the generator says. */
    CandleWalk(Listing listing, int most, double gaps, RandomGenerator random) {
        this.gaps = gaps;
        this.volatility = random.nextDouble(0.003, 0.03);
        this.price = listing.price() * Math.exp(random.nextGaussian() * 0.5);
        this.depth = listing.depthUsd();
        this.times = new long[most];
        Arrays.setAll(columns, column -> new double[most]);
    }

    /** Goes through one interval, in which there may be no trade. */
    void step(long time, RandomGenerator random) {
        if (outage == 0 && random.nextDouble() < OUTAGE_SHARE && gaps > 0) {
            outage = random.nextInt(1, LONGEST_OUTAGE);
        }
        if (outage > 0) {
            outage--;
        } else if (random.nextDouble() >= gaps) {
            trade(time, random);
        }
    }

    private void trade(long time, RandomGenerator random) {
        double open = price * Math.exp(random.nextGaussian() * volatility / 10);
        double jump = random.nextDouble() < JUMP_SHARE ? random.nextGaussian() * JUMP_SIZE : 0;
        price = open * Math.exp(random.nextGaussian() * volatility + jump);
        depth *= Math.exp(random.nextGaussian() * 0.01);
        times[rows] = time;
        columns[0][rows] = open;
        columns[1][rows] = Math.max(open, price) * (1 + wick(random));
        columns[2][rows] = Math.min(open, price) / (1 + wick(random));
        columns[3][rows] = price;
        columns[4][rows] = random.nextInt(50) == 0 ? 0 : Math.exp(8 + 2 * random.nextGaussian());
        columns[5][rows] = depth;
        rows++;
    }

    private double wick(RandomGenerator random) {
        return random.nextBoolean() ? 0 : Math.abs(random.nextGaussian()) * volatility;
    }

    Candles candles(Interval interval, LiquiditySource source) {
        double[][] filled = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, rows))
                .toArray(double[][]::new);
        Candles.Prices prices = new Candles.Prices(filled[0], filled[1], filled[2], filled[3], filled[4]);
        Candles.Depth known =
                source == LiquiditySource.NONE ? Candles.Depth.NONE : new Candles.Depth(source, filled[5]);
        return new Candles(interval, Arrays.copyOf(times, rows), prices, known);
    }
}
