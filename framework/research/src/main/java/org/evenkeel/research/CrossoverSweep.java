package org.evenkeel.research;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenkeel.indicators.Rolling;

/**
 * All crossovers of two averages at once: an asset is held with all its cash from the close at which the fast average
 * crosses above the slow one to the close at which it crosses below. The same as {@link Simulation#fromSignals} on each pair of windows,
 * in one pass over each and without a column of equity: memory does not grow with the pairs.
 */
public final class CrossoverSweep {
    /**
     * What a pair of windows gave.
     *
     * @param fast the window of the fast average, in rows
     * @param slow the window of the slow one, longer than the fast
     * @param totalReturns of each asset, as fractions
     * @param sharpes of each asset, annualised; NaN where it was never held
     */
    public record Result(int fast, int slow, double[] totalReturns, double[] sharpes) {
        /** The mean of the assets' total returns. */
        public double meanTotalReturn() {
            return Arrays.stream(totalReturns).average().orElse(Double.NaN);
        }

        /** The mean of the assets' Sharpe ratios, over those that have one; NaN where none has. */
        public double meanSharpe() {
            return Arrays.stream(sharpes)
                    .filter(sharpe -> !Double.isNaN(sharpe))
                    .average()
                    .orElse(Double.NaN);
        }
    }

    private final PriceTable prices;
    /** What a row's close is of the close before, for each asset; 1 in the first row. */
    private final double[][] growths;

    private final double fee;
    private final double periodsPerYear;

    /**
     * @param prices without gaps
     * @param fee of a trade, on top of its value, as a fraction
     * @param periodsPerYear rows a year
     * @throws IllegalArgumentException when an asset has no price in some row
     */
    public CrossoverSweep(PriceTable prices, double fee, double periodsPerYear) {
        for (int asset = 0; asset < prices.closes().length; asset++) {
            if (Arrays.stream(prices.closes()[asset]).anyMatch(Double::isNaN)) {
                throw new IllegalArgumentException(
                        prices.assets().get(asset) + " has rows without a price: cut the table to where all have one.");
            }
        }
        this.prices = prices;
        this.growths =
                Arrays.stream(prices.closes()).map(CrossoverSweep::growths).toArray(double[][]::new);
        this.fee = fee;
        this.periodsPerYear = periodsPerYear;
    }

    private static double[] growths(double[] closes) {
        double[] growths = new double[closes.length];
        Arrays.setAll(growths, row -> row == 0 ? 1 : closes[row] / closes[row - 1]);
        return growths;
    }

    /** Every pair of a shorter and a longer window, in the order of the fast and then the slow one; on all cores. */
    public Result[] run(int... windows) {
        int[] sorted = Arrays.stream(windows).distinct().sorted().toArray();
        double[][][] means = IntStream.range(0, sorted.length)
                .parallel()
                .mapToObj(window -> means(sorted[window]))
                .toArray(double[][][]::new);
        int count = sorted.length * (sorted.length - 1) / 2;
        int[] fasts = new int[count];
        int[] slows = new int[count];
        int pair = 0;
        for (int fast = 0; fast < sorted.length; fast++) {
            for (int slow = fast + 1; slow < sorted.length; slow++) {
                fasts[pair] = fast;
                slows[pair++] = slow;
            }
        }
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> result(sorted[fasts[i]], sorted[slows[i]], means[fasts[i]], means[slows[i]]))
                .toArray(Result[]::new);
    }

    private double[][] means(int window) {
        return Arrays.stream(prices.closes())
                .map(column -> Rolling.mean(column, window))
                .toArray(double[][]::new);
    }

    private Result result(int fast, int slow, double[][] fastMeans, double[][] slowMeans) {
        int assets = prices.closes().length;
        double[] totals = new double[assets];
        double[] sharpes = new double[assets];
        for (int asset = 0; asset < assets; asset++) {
            evaluate(slow, fastMeans[asset], slowMeans[asset], asset, totals, sharpes);
        }
        return new Result(fast, slow, totals, sharpes);
    }

    /** Rows without a holding return nothing, so that sums over the others are sums over all. */
    private void evaluate(int slow, double[] quick, double[] calm, int asset, double[] totals, double[] sharpes) {
        double[] steps = growths[asset];
        double growth = 1;
        double sum = 0;
        double squares = 0;
        boolean held = false;
        double before = slow <= quick.length ? quick[slow - 1] - calm[slow - 1] : 0;
        for (int row = slow; row < steps.length; row++) {
            double now = quick[row] - calm[row];
            if (held || (now > 0 && before <= 0)) {
                boolean leaves = now < 0 && before >= 0;
                double step = held ? (leaves ? steps[row] * (1 - fee) : steps[row]) : 1 / (1 + fee);
                double gain = step - 1;
                growth *= step;
                sum += gain;
                squares += gain * gain;
                held = !leaves;
            }
            before = now;
        }
        int returns = steps.length - 1;
        double mean = sum / returns;
        double variance = (squares - sum * mean) / (returns - 1);
        totals[asset] = growth - 1;
        sharpes[asset] = variance > 0 ? mean / Math.sqrt(variance) * Math.sqrt(periodsPerYear) : Double.NaN;
    }
}
