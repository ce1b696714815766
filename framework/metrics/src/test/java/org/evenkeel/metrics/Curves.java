package org.evenkeel.metrics;

import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded curves for tests. The same seed gives the same curve. */
public final class Curves {

    public static final long HOUR = 3_600_000;
    public static final long DAY = 24 * HOUR;
    private static final long START = Instant.parse("2021-06-01T00:00:00Z").toEpochMilli();

    private Curves() {}

    /** Evenly spaced times from 2021-06-01 on. */
    public static long[] times(int points, long spacing) {
        long[] times = new long[points];
        Arrays.setAll(times, i -> START + i * spacing);
        return times;
    }

    /** A daily curve of the given values. */
    public static EquityCurve daily(double... equity) {
        return EquityCurve.of(times(equity.length, DAY), equity);
    }

    /** Returns with fat tails and some that are exactly zero, none at or below −1. */
    public static double[] returns(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = 0.001 + 0.05 * random.nextDouble();
        double[] returns = new double[count];
        for (int i = 0; i < count; i++) {
            double shock = random.nextDouble() < 0.05 ? 4 : 1;
            double r = scale * shock * random.nextGaussian() + scale / 20;
            returns[i] = random.nextDouble() < 0.1 ? 0 : Math.max(r, -0.9);
        }
        return returns;
    }

    /** Values that start at 10,000 and move by {@link #returns}. */
    public static double[] equity(long seed, int points) {
        double[] returns = returns(seed, points - 1);
        double[] equity = new double[points];
        equity[0] = 10_000;
        for (int i = 1; i < points; i++) {
            equity[i] = equity[i - 1] * (1 + returns[i - 1]);
        }
        return equity;
    }

    /** A random curve, daily or hourly, of 30 to 430 points. */
    public static EquityCurve random(long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        int points = 30 + random.nextInt(400);
        return EquityCurve.of(times(points, random.nextBoolean() ? DAY : HOUR), equity(seed, points));
    }
}
