package org.evenkeel.indicators;

/**
 * Averages that forget: each value moves the average before it by a share of the difference.
 *
 * <p>The first average is the mean of the first n values. A NaN or an infinity has no average, and the next average is
 * the mean of the n values after it: what was before it is forgotten.
 */
public final class Smoothed {
    private Smoothed() {}

    /**
     * The exponential moving average: y[i] = y[i−1] + α (x[i] − y[i−1]) with α = 2 / (n + 1).
     *
     * @param length n, 1 or more
     */
    public static double[] exponential(double[] values, int length) {
        Lengths.check(length, 1, "An exponential average");
        return smoothed(values, length, 2 / (length + 1.0));
    }

    /**
     * Wilder's smoothing: y[i] = y[i−1] + (x[i] − y[i−1]) / n. Source: J. Welles Wilder, New Concepts in Technical
     * Trading Systems, 1978.
     *
     * @param length n, 1 or more
     */
    public static double[] wilder(double[] values, int length) {
        Lengths.check(length, 1, "Wilder's average");
        return smoothed(values, length, 1.0 / length);
    }

    private static double[] smoothed(double[] values, int length, double share) {
        double[] result = new double[values.length];
        double average = 0;
        int seen = 0;
        for (int row = 0; row < values.length; row++) {
            double value = Lengths.finiteOrNaN(values[row]);
            if (Double.isNaN(value)) {
                average = 0;
                seen = 0;
            } else {
                seen++;
                average += (value - average) * (seen <= length ? 1.0 / seen : share);
            }
            result[row] = seen < length ? Double.NaN : average;
        }
        return result;
    }
}
