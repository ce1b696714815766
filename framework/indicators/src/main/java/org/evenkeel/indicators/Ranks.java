package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * Figures of the order of the values in the window of the last so many, at each row of a column. Where the window
 * holds a NaN or an infinity there is no value; it is back once that has left the window.
 *
 * <p>The values of the whole column are numbered by size once; a window is counts by number in a Fenwick tree (1994),
 * so a row costs the logarithm of the column's length, whatever the window's.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * The place of a value among those of its window, 1 for the smallest to n for the largest; equal ones share the
     * mean of their places: (values below + values at or below + 1) / 2.
     *
     * @param length n, 1 or more
     */
    public static double[] rank(double[] values, int length) {
        Lengths.check(length, 1, "A rank");
        return SortedWindow.over(
                values, length, (window, row) -> (window.below(row) + window.atOrBelow(row) + 1) / 2.0);
    }

    /**
     * How many of the n values before a value are below it, in percent: 100 · count(x[i−k] &lt; x[i], k = 1 … n) / n.
     * Source: Larry Connors and Cesar Alvarez, An Introduction to ConnorsRSI, 2012.
     *
     * @param length n, 1 or more
     */
    public static double[] percentRank(double[] values, int length) {
        Lengths.check(length, 1, "A percent rank");
        return SortedWindow.over(values, length + 1, (window, row) -> 100.0 * window.below(row) / length);
    }

    /**
     * The middle value of the window; of an even number the mean of the two in the middle.
     *
     * @param length n, 1 or more
     */
    public static double[] median(double[] values, int length) {
        return quantile(values, length, 0.5);
    }

    /**
     * The value that a share of the window is below, interpolated between the two nearest: with the values in order
     * from x(0) to x(n−1) and h = (n − 1) · share, it is x(⌊h⌋) + (h − ⌊h⌋) · (x(⌊h⌋+1) − x(⌊h⌋)). Source: Hyndman and
     * Fan, Sample Quantiles in Statistical Packages, 1996, definition 7.
     *
     * @param length n, 1 or more
     * @param share from 0, the smallest, to 1, the largest
     */
    public static double[] quantile(double[] values, int length, double share) {
        Lengths.check(length, 1, "A quantile");
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("There is no quantile of " + share + ": give a share from 0 to 1.");
        }
        double place = (length - 1) * share;
        int lower = (int) place;
        double rest = place - lower;
        return SortedWindow.over(values, length, (window, row) -> {
            double value = window.value(lower);
            return rest == 0 ? value : value + rest * (window.value(lower + 1) - value);
        });
    }

    /**
     * The mean distance from the mean of the window: Σ |x − mean| / n.
     *
     * @param length n, 1 or more
     */
    public static double[] meanAbsoluteDeviation(double[] values, int length) {
        Lengths.check(length, 1, "A mean absolute deviation");
        double[] means = Means.of(values, length);
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> {
            double sum = Double.isNaN(means[row]) ? Double.NaN : 0;
            for (int at = row; sum >= 0 && at > row - length; at--) {
                sum += Math.abs(values[at] - means[row]);
            }
            return sum / length;
        });
        return result;
    }
}
