package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * Moving averages that give recent values more weight than {@link Rolling#mean} does. {@link Smoothed} has those that
 * never forget a value quite.
 */
public final class Averages {
    private Averages() {}

    /**
     * The linearly weighted average: (n·x[i] + (n−1)·x[i−1] + … + 1·x[i−n+1]) / (n (n + 1) / 2). Where the window
     * holds a NaN or an infinity there is none. One pass and without drift, as {@link Rolling#mean}.
     *
     * @param length n, 1 or more
     */
    public static double[] weighted(double[] values, int length) {
        Lengths.check(length, 1, "A weighted average");
        double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        // Of the last so many values of the block before, by count: their sum, and with weights from 1 for the oldest;
        // both of the differences to its last value.
        double[] tails = new double[length <= values.length ? length + 1 : 0];
        double[] weightedTails = new double[tails.length];
        double weights = length * (length + 1.0) / 2;
        for (int start = 0; length <= values.length && start < values.length; start += length) {
            int rows = Math.min(length, values.length - start);
            double base = values[start];
            double gap = start == 0 ? 0 : values[start - 1] - base;
            double sum = 0;
            double weighted = 0;
            for (int count = 1; count <= rows; count++) {
                double value = values[start + count - 1] - base;
                sum += value;
                weighted += count * value;
                int rest = length - count;
                if (start > 0 || rest == 0) {
                    double tail = rest == 0 ? 0 : weightedTails[rest] + gap * rest * (rest + 1.0) / 2;
                    result[start + count - 1] = Lengths.finiteOrNaN(base + (tail + weighted + rest * sum) / weights);
                }
            }
            if (rows == length) {
                sumTails(values, start + length, tails, weightedTails);
            }
        }
        return result;
    }

    private static void sumTails(double[] values, int end, double[] tails, double[] weightedTails) {
        double base = values[end - 1];
        for (int count = 1; count < tails.length; count++) {
            tails[count] = tails[count - 1] + (values[end - count] - base);
            weightedTails[count] = weightedTails[count - 1] + tails[count];
        }
    }

    /**
     * Hull's average: the weighted average, over √n rounded down, of 2 · weighted(n / 2) − weighted(n), n / 2 rounded
     * down too. Source: Alan Hull, 2005.
     *
     * @param length n, 2 or more
     */
    public static double[] hull(double[] values, int length) {
        Lengths.check(length, 2, "Hull's average");
        double[] half = weighted(values, length / 2);
        double[] whole = weighted(values, length);
        double[] ahead = new double[values.length];
        Arrays.setAll(ahead, row -> 2 * half[row] - whole[row]);
        return weighted(ahead, (int) Math.sqrt(length));
    }

    /**
     * The double exponential average: 2 · e₁ − e₂, e₁ being the exponential average of the values and e₂ that of e₁.
     * The first is at row 2n − 2. Source: Patrick Mulloy, Smoothing Data with Faster Moving Averages, 1994.
     *
     * @param length n, 1 or more
     */
    public static double[] doubleExponential(double[] values, int length) {
        double[] once = Smoothed.exponential(values, length);
        double[] twice = Smoothed.exponential(once, length);
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> 2 * once[row] - twice[row]);
        return result;
    }

    /**
     * The triple exponential average: 3 · e₁ − 3 · e₂ + e₃. The first is at row 3n − 3. Source: as for
     * {@link #doubleExponential}.
     *
     * @param length n, 1 or more
     */
    public static double[] tripleExponential(double[] values, int length) {
        double[] once = Smoothed.exponential(values, length);
        double[] twice = Smoothed.exponential(once, length);
        double[] thrice = Smoothed.exponential(twice, length);
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> 3 * once[row] - 3 * twice[row] + thrice[row]);
        return result;
    }
}
