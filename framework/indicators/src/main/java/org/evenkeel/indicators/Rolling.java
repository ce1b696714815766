package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * Figures of the window of the last so many values, at each row of a column.
 *
 * <p>Where the window holds a NaN or an infinity there is no value; it is back once that has left the window.
 */
public final class Rolling {
    private Rolling() {}

    /**
     * The arithmetic mean: (x[i] + x[i−1] + … + x[i−n+1]) / n.
     *
     * @param length n, 1 or more
     */
    public static double[] mean(double[] values, int length) {
        Lengths.check(length, 1, "A mean");
        return Means.of(values, length);
    }

    /**
     * The sample standard deviation: √(Σ (x − mean)² / (n − 1)) over the window.
     *
     * @param length n, 2 or more
     */
    public static double[] standardDeviation(double[] values, int length) {
        Lengths.check(length, 2, "A standard deviation");
        return Moments.of(values, length).standardDeviations();
    }

    /**
     * How many standard deviations a value lies above the mean of its window: (x[i] − mean) / standard deviation. A
     * window of equal values has no deviation, and so no value.
     *
     * @param length n, 2 or more
     */
    public static double[] zScore(double[] values, int length) {
        Lengths.check(length, 2, "A z-score");
        return Moments.of(values, length).zScores();
    }

    /**
     * How far the window leans to one side, above 0 where its large deviations d = x − mean are upward: the third moment
     * over the second to the power of 1.5, (Σd³ / n) / (Σd² / n)^1.5. Population moments, as in the metrics; the sample's
     * skew G₁ is this times √(n (n − 1)) / (n − 2). There is none where the values are all equal.
     *
     * @param length n, 3 or more
     */
    public static double[] skew(double[] values, int length) {
        Lengths.check(length, 3, "A skew");
        return Shape.over(values, length, (n, second, third, fourth) -> third / n / Math.pow(second / n, 1.5));
    }

    /**
     * How heavy the tails of the window are: the fourth moment over the square of the second, less 3 so that a normal
     * distribution has 0: (Σd⁴ / n) / (Σd² / n)² − 3. Population moments, as in the metrics. There is none where the
     * values are all equal.
     *
     * @param length n, 4 or more
     */
    public static double[] kurtosis(double[] values, int length) {
        Lengths.check(length, 4, "A kurtosis");
        return Shape.over(values, length, (n, second, third, fourth) -> n * fourth / (second * second) - 3);
    }

    /**
     * The largest value of the window. By the method of van Herk (1992) and Gil and Werman (1993): three comparisons a
     * row, whatever the length.
     *
     * @param length n, 1 or more
     */
    public static double[] max(double[] values, int length) {
        Lengths.check(length, 1, "A maximum");
        double[] result = new double[values.length];
        Arrays.fill(result, 0, Math.min(length - 1, values.length), Double.NaN);
        if (length <= values.length) {
            fillMax(finite(values), length, result);
        }
        return result;
    }

    /**
     * The smallest value of the window; see {@link #max}.
     *
     * @param length n, 1 or more
     */
    public static double[] min(double[] values, int length) {
        Lengths.check(length, 1, "A minimum");
        return negated(max(negated(values), length));
    }

    /**
     * A window is the tail of one block of its length and the head of the next: the larger of the two maxima is its
     * own.
     */
    private static void fillMax(double[] values, int length, double[] result) {
        double[] tails = new double[length];
        for (int start = 0; start < values.length; start += length) {
            double head = Double.NEGATIVE_INFINITY;
            int rows = Math.min(length, values.length - start);
            for (int i = 0; i < rows; i++) {
                head = Math.max(head, values[start + i]);
                if (i == length - 1) {
                    result[start + i] = head;
                } else if (start > 0) {
                    result[start + i] = Math.max(head, tails[i + 1]);
                }
            }
            if (rows == length) {
                fillTails(values, start, tails);
            }
        }
    }

    /** tails[i] is the largest value of a block from its i-th on. */
    private static void fillTails(double[] values, int start, double[] tails) {
        double tail = Double.NEGATIVE_INFINITY;
        for (int i = tails.length - 1; i >= 0; i--) {
            tail = Math.max(tail, values[start + i]);
            tails[i] = tail;
        }
    }

    private static double[] finite(double[] values) {
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> Lengths.finiteOrNaN(values[row]));
        return result;
    }

    private static double[] negated(double[] values) {
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> -values[row]);
        return result;
    }
}
