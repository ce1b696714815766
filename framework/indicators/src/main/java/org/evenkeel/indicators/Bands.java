package org.evenkeel.indicators;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A band around a price.
 *
 * @param lower its lower line
 * @param middle the line in its middle
 * @param upper its upper line
 */
public record Bands(double[] lower, double[] middle, double[] upper) {
    /**
     * Bollinger's: the simple average ± width standard deviations. These are of the population, √(Σ (x − mean)² / n),
     * as Bollinger has them, and not of the sample as in {@link Rolling#standardDeviation}. Source: John Bollinger,
     * Bollinger on Bollinger Bands, 2001.
     *
     * @param length n, 2 or more; Bollinger took 20
     * @param width how many deviations; Bollinger took 2
     */
    public static Bands bollinger(double[] values, int length, double width) {
        Lengths.check(length, 2, "A Bollinger band");
        double[] deviations = Rolling.standardDeviation(values, length);
        double scale = width * Math.sqrt((length - 1.0) / length);
        return around(Rolling.mean(values, length), row -> scale * deviations[row]);
    }

    /**
     * Donchian's: from the lowest low to the highest high of the last n rows, and the mean of the two.
     *
     * @param length n, 1 or more
     */
    public static Bands donchian(double[] highs, double[] lows, int length) {
        Lengths.same("A Donchian channel", highs, lows);
        double[] lower = Rolling.min(lows, length);
        double[] upper = Rolling.max(highs, length);
        double[] middle = new double[highs.length];
        Arrays.setAll(middle, row -> (lower[row] + upper[row]) / 2);
        return new Bands(lower, middle, upper);
    }

    /**
     * Keltner's in its later form: the exponential average of the closes ± width average true ranges. Source: Linda
     * Bradford Raschke and Laurence Connors, Street Smarts, 1995, who took averages of 20, ranges of 10 and a width of
     * 2 or 2.5.
     *
     * @param average how many closes the average is of
     * @param range how many the true range is of
     * @param width how many ranges
     */
    public static Bands keltner(Prices prices, int average, int range, double width) {
        double[] ranges = Changes.averageTrueRange(prices.highs(), prices.lows(), prices.closes(), range);
        return around(Smoothed.exponential(prices.closes(), average), row -> width * ranges[row]);
    }

    private static Bands around(double[] middle, IntToDoubleFunction half) {
        double[] lower = new double[middle.length];
        double[] upper = new double[middle.length];
        Arrays.setAll(lower, row -> middle[row] - half.applyAsDouble(row));
        Arrays.setAll(upper, row -> middle[row] + half.applyAsDouble(row));
        return new Bands(lower, middle, upper);
    }

    /** Where a value lies in the band, 0 at its lower line and 1 at its upper: (x − lower) / (upper − lower). */
    public double[] percentB(double[] values) {
        Lengths.same("A place in a band", values, middle);
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> Lengths.finiteOrNaN((values[row] - lower[row]) / (upper[row] - lower[row])));
        return result;
    }

    /** How wide the band is for its middle: (upper − lower) / middle. */
    public double[] bandwidth() {
        double[] result = new double[middle.length];
        Arrays.setAll(result, row -> Lengths.finiteOrNaN((upper[row] - lower[row]) / middle[row]));
        return result;
    }
}
