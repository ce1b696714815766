package org.evenkeel.metrics.arrays;

/** The ends of the distribution of returns. Every figure reads one ordered column, so that one serves them all. */
public final class TailRisk {

    private TailRisk() {}

    /**
     * The returns with their ends in rising order, as the figures at a tail want them: to sort the rest would take most
     * of the time of a report. The argument stays as it is; NaN must not be among them.
     *
     * @param tail the share at either end, below 0.5
     */
    public static double[] ordered(double[] returns, double tail) {
        double[] ordered = returns.clone();
        int most = ordered.length - 1;
        Ends.sort(ordered, Math.min(most, (int) (most * tail) + 1), Math.max(0, (int) (most * (1 - tail))));
        return ordered;
    }

    /**
     * The percentile with linear interpolation between neighbours: the value at position {@code (n − 1) · fraction}.
     *
     * @param sorted in rising order, at least around that position
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
    public static double valueAtRisk(double[] ordered, double tail) {
        return percentile(ordered, tail);
    }

    /** Conditional value at risk as a return: the mean of the returns at or below the value at risk. */
    public static double conditionalValueAtRisk(double[] ordered, double tail) {
        double limit = valueAtRisk(ordered, tail);
        double sum = 0;
        int count = 0;
        // Not the first ones alone: many returns may be equal to the limit, as those of periods without a position.
        for (double value : ordered) {
            if (value <= limit) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }

    /** The right tail over the left: {@code |p(1 − tail)| / |p(tail)|}; NaN where the left one is zero. */
    public static double tailRatio(double[] ordered, double tail) {
        double left = Math.abs(percentile(ordered, tail));
        return left > 0 ? Math.abs(percentile(ordered, 1 - tail)) / left : Double.NaN;
    }
}
