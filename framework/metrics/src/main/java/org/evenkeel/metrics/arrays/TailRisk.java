package org.evenkeel.metrics.arrays;

import java.util.Arrays;

/** The ends of the distribution of returns. Every figure reads one sorted column, so one sort serves them all. */
public final class TailRisk {

    private TailRisk() {}

    /** The returns in rising order, as the other functions want them; the argument stays as it is. */
    public static double[] sorted(double[] returns) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * The percentile with linear interpolation between neighbours: the value at position {@code (n − 1) · fraction}.
     *
     * @param fraction between 0 and 1
     * @return NaN of nothing
     */
    public static double percentile(double[] sorted, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("A percentile is asked for as a fraction of 0 to 1, not " + fraction);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = (sorted.length - 1) * fraction;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
    }

    /** Value at risk as a return: the percentile at {@code tail} (0.05: one period in twenty is worse). */
    public static double valueAtRisk(double[] sorted, double tail) {
        return percentile(sorted, tail);
    }

    /** Conditional value at risk as a return: the mean of the returns at or below the value at risk. */
    public static double conditionalValueAtRisk(double[] sorted, double tail) {
        double limit = valueAtRisk(sorted, tail);
        double sum = 0;
        int count = 0;
        while (count < sorted.length && sorted[count] <= limit) {
            sum += sorted[count++];
        }
        return sum / count;
    }

    /** The right tail over the left: {@code |p(1 − tail)| / |p(tail)|}; NaN where the left one is zero. */
    public static double tailRatio(double[] sorted, double tail) {
        double left = Math.abs(percentile(sorted, tail));
        return left > 0 ? Math.abs(percentile(sorted, 1 - tail)) / left : Double.NaN;
    }
}
