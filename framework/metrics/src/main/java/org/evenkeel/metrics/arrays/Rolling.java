package org.evenkeel.metrics.arrays;

import java.util.Arrays;

/**
 * Figures over a window that slides along the returns, as columns for plots.
 *
 * <p>A column has one value per return: that of the window which ends with it. It is NaN where the window is not full
 * yet and where the figure is undefined in it. Linear in the number of returns, whatever the window, and without a
 * running difference: a window that spans two blocks of its own length is put together from the end of the first block
 * and the start of the second, so no rounding is carried along and a flat window has exactly no spread.
 */
public final class Rolling {

    private Rolling() {}

    /** The annualised standard deviation in each window, {@code std(r) · √periods}, ddof 1. */
    public static double[] volatility(double[] returns, int window, double periodsPerYear) {
        return column(returns, window, periodsPerYear, false);
    }

    /** The annualised Sharpe ratio in each window, {@code mean(r) / std(r) · √periods}, ddof 1, no risk-free rate. */
    public static double[] sharpe(double[] returns, int window, double periodsPerYear) {
        return column(returns, window, periodsPerYear, true);
    }

    private static double[] column(double[] returns, int window, double periodsPerYear, boolean sharpe) {
        Arguments.requirePositive("periodsPerYear", periodsPerYear);
        if (window < 2) {
            throw new IllegalArgumentException("A rolling window needs at least 2 returns, but is " + window);
        }
        double[] column = new double[returns.length];
        Arrays.fill(column, Double.NaN);
        SlidingSpread spread = new SlidingSpread(window);
        double root = Math.sqrt(periodsPerYear);
        for (int i = 0; i < returns.length; i++) {
            spread.add(returns, i);
            if (i + 1 >= window) {
                column[i] = root * (sharpe ? spread.sharpe() : spread.standardDeviation());
            }
        }
        return column;
    }

    /**
     * Mean and squared spread of the last {@code window} values, from the end of one block and the start of the next.
     */
    private static final class SlidingSpread {
        private final int window;
        private final double[] endMean;
        private final double[] endSquares;
        private int inBlock;
        private double startMean;
        private double startSquares;
        private double mean;
        private double squares;

        SlidingSpread(int window) {
            this.window = window;
            endMean = new double[window];
            endSquares = new double[window];
        }

        void add(double[] values, int at) {
            double delta = values[at] - startMean;
            inBlock++;
            startMean += delta / inBlock;
            startSquares += delta * (values[at] - startMean);
            combine();
            if (inBlock == window) {
                turnBlock(values, at);
            }
        }

        private void combine() {
            int before = window - inBlock;
            double delta = before == 0 ? 0 : startMean - endMean[inBlock];
            double share = (double) inBlock / window;
            mean = startMean - delta * (1 - share);
            squares = startSquares + (before == 0 ? 0 : endSquares[inBlock]) + delta * delta * before * share;
        }

        /** From the finished block: mean and squares of its values from each position on. */
        private void turnBlock(double[] values, int at) {
            double blockMean = 0;
            double blockSquares = 0;
            for (int k = 1; k <= window; k++) {
                double value = values[at - k + 1];
                double delta = value - blockMean;
                blockMean += delta / k;
                blockSquares += delta * (value - blockMean);
                endMean[window - k] = blockMean;
                endSquares[window - k] = blockSquares;
            }
            inBlock = 0;
            startMean = 0;
            startSquares = 0;
        }

        double standardDeviation() {
            return Math.sqrt(squares / (window - 1));
        }

        double sharpe() {
            double deviation = standardDeviation();
            return Rounding.varies(mean, deviation) ? mean / deviation : Double.NaN;
        }
    }
}
