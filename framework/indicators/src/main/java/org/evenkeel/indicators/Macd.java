package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * The convergence and divergence of two exponential averages. Source: Gerald Appel, The Moving Average
 * Convergence-Divergence Trading Method, 1979.
 *
 * @param line the fast average − the slow one; the first is at row slow − 1
 * @param signal the exponential average of the line, which begins with the mean of its first values
 * @param histogram line − signal
 */
public record Macd(double[] line, double[] signal, double[] histogram) {
    /**
     * Three lengths of averages.
     *
     * @param fast of the fast average; Appel took 12
     * @param slow of the slow one, longer than the fast; Appel took 26
     * @param signal of the signal; Appel took 9
     */
    public record Lines(int fast, int slow, int signal) {
        /** Appel's: 12, 26, 9. */
        public static final Lines USUAL = new Lines(12, 26, 9);

        /**
         * @throws IllegalArgumentException when a length is below 1, or the fast average is not shorter than the slow
         *     one
         */
        public Lines {
            Lengths.check(fast, 1, "A fast average");
            Lengths.check(signal, 1, "A signal");
            if (fast >= slow) {
                throw new IllegalArgumentException(
                        "The fast average of " + fast + " values is not shorter than the slow one of " + slow + ".");
            }
        }
    }

    /** All three columns. */
    public static Macd of(double[] values, Lines lengths) {
        double[] fast = Smoothed.exponential(values, lengths.fast());
        double[] slow = Smoothed.exponential(values, lengths.slow());
        double[] line = new double[values.length];
        Arrays.setAll(line, row -> fast[row] - slow[row]);
        double[] signal = Smoothed.exponential(line, lengths.signal());
        double[] histogram = new double[values.length];
        Arrays.setAll(histogram, row -> line[row] - signal[row]);
        return new Macd(line, signal, histogram);
    }
}
