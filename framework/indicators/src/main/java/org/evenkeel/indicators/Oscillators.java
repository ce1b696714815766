package org.evenkeel.indicators;

import java.util.Arrays;

/** Where a price stands in its recent range. A row has none where that range is nothing or a NaN enters its formula. */
public final class Oscillators {
    private Oscillators() {}

    /**
     * Lane's stochastic, fast %K: 100 · (close − lowest) / (highest − lowest), over the lows and highs of the last n
     * rows. %D is its {@link Rolling#mean}, of 3 rows as a rule; the slow one is %D again. Source: George Lane, Lane's
     * Stochastics, 1984.
     *
     * @param length n, 1 or more; Lane took 14
     */
    public static double[] stochastic(Prices prices, int length) {
        double[] lowest = Rolling.min(prices.lows(), length);
        double[] highest = Rolling.max(prices.highs(), length);
        double[] result = new double[prices.rows()];
        Arrays.setAll(
                result,
                row -> Lengths.finiteOrNaN(
                        100 * ((prices.closes()[row] - lowest[row]) / (highest[row] - lowest[row]))));
        return result;
    }

    /**
     * Williams' %R: −100 · (highest − close) / (highest − lowest), from −100 to 0; it is the stochastic less 100.
     * Source: Larry Williams, How I Made One Million Dollars … Last Year … Trading Commodities, 1973.
     *
     * @param length n, 1 or more; Williams took 10, 14 is usual
     */
    public static double[] williams(Prices prices, int length) {
        double[] lowest = Rolling.min(prices.lows(), length);
        double[] highest = Rolling.max(prices.highs(), length);
        double[] result = new double[prices.rows()];
        Arrays.setAll(
                result,
                row -> Lengths.finiteOrNaN(
                        -100 * ((highest[row] - prices.closes()[row]) / (highest[row] - lowest[row]))));
        return result;
    }

    /**
     * Lambert's commodity channel index: (typical − mean) / (0.015 · mean absolute deviation), of the typical price
     * over the last n rows. Source: Donald Lambert, Commodity Channel Index, 1980.
     *
     * @param length n, 2 or more; Lambert took 20
     */
    public static double[] commodityChannel(Prices prices, int length) {
        Lengths.check(length, 2, "A commodity channel index");
        double[] typical = prices.typical();
        double[] means = Rolling.mean(typical, length);
        double[] deviations = Ranks.meanAbsoluteDeviation(typical, length);
        double[] result = new double[typical.length];
        Arrays.setAll(result, row -> Lengths.finiteOrNaN((typical[row] - means[row]) / (0.015 * deviations[row])));
        return result;
    }
}
