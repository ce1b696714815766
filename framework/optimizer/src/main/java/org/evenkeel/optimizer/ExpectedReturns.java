package org.evenkeel.optimizer;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * What assets may be expected to return in a year, by what they returned. Tables are {@code [time][asset]}, oldest
 * first, of simple returns over one period.
 *
 * <p>A cell may be NaN where an asset was not there yet: each asset is then judged by the rows that it has.
 */
public final class ExpectedReturns {
    private ExpectedReturns() {}

    /**
     * The compound growth that each asset had: ∏(1 + r)^(periods / n) − 1, n being its returns.
     *
     * @param returns one row or more
     * @param periods in a year, as 252
     * @throws OptimizerException when an asset has no return, or lost more than all it was
     */
    public static double[] compound(double[][] returns, double periods) {
        double[][] columns = columns(returns, periods);
        return Arrays.stream(columns)
                .mapToDouble(column -> growth(column, periods))
                .toArray();
    }

    private static double growth(double[] column, double periods) {
        double logs = 0;
        for (double value : column) {
            logs += Math.log1p(requirePossible(value));
        }
        return Math.expm1(logs * periods / column.length);
    }

    private static double requirePossible(double value) {
        if (!(value >= -1)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A return of " + value + " loses more than all there was: mend it.");
        }
        return value;
    }

    /**
     * The arithmetic mean of each asset's returns × periods.
     *
     * @param returns one row or more
     * @param periods in a year, as 252
     * @throws OptimizerException when an asset has no return
     */
    public static double[] mean(double[][] returns, double periods) {
        double[][] columns = columns(returns, periods);
        return Arrays.stream(columns)
                .mapToDouble(column -> periods * Arrays.stream(column).average().orElseThrow())
                .toArray();
    }

    /**
     * The mean of each asset's returns in which a row counts the less the older it is, (1 − 2 / (span + 1)) of the next,
     * compounded over a year: (1 + mean)^periods − 1.
     *
     * @param returns one row or more
     * @param span 1 or more, in rows, as 500
     * @param periods in a year, as 252
     * @throws OptimizerException when an asset has no return, or the span is below 1
     */
    public static double[] exponential(double[][] returns, double span, double periods) {
        double[][] columns = columns(returns, periods);
        return Arrays.stream(columns)
                .mapToDouble(column -> {
                    double mean = Matrices.dot(column, Moments.fading(column.length, span));
                    return Math.expm1(periods * Math.log1p(requirePossible(mean)));
                })
                .toArray();
    }

    /**
     * What the capital asset pricing model expects: risk-free + β × (compound growth of the market − risk-free), β being
     * each asset's covariance with the market / the market's variance, over the rows that the asset has. The market is
     * the mean of the assets that a row has.
     *
     * @param returns two rows or more
     * @param periods in a year, as 252
     * @param riskFree the annual return of money that takes no risk
     * @throws OptimizerException when an asset has no return, or the market does not move
     */
    public static double[] capm(double[][] returns, double periods, double riskFree) {
        double[] market = Arrays.stream(returns)
                .mapToDouble(row -> Arrays.stream(row)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(0))
                .toArray();
        return capm(returns, market, periods, riskFree);
    }

    /**
     * The same with a market of its own.
     *
     * @param returns two rows or more
     * @param market the market's return in each row
     * @param periods in a year, as 252
     * @param riskFree the annual return of money that takes no risk
     * @throws OptimizerException when an asset has no return, the rows are not as many, or the market does not move
     */
    public static double[] capm(double[][] returns, double[] market, double periods, double riskFree) {
        columns(returns, periods);
        Matrices.requireFinite(market, "the market's returns");
        if (market.length != returns.length) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "The market has " + market.length + " returns, the assets have " + returns.length
                            + " rows: give one a row.");
        }
        double premium = growth(market, periods) - riskFree;
        double[] expected = new double[returns[0].length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = riskFree + beta(returns, market, i) * premium;
        }
        return expected;
    }

    private static double beta(double[][] returns, double[] market, int asset) {
        double[][] both = IntStream.range(0, market.length)
                .filter(row -> !Double.isNaN(returns[row][asset]))
                .mapToObj(row -> new double[] {returns[row][asset], market[row]})
                .toArray(double[][]::new);
        double[][] products = Moments.products(Moments.centred(both), both.length);
        if (!(products[1][1] > 0)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "The market does not move in the rows of asset " + asset + ", so that nothing moves with it: give"
                            + " another market, or more rows.");
        }
        return products[0][1] / products[1][1];
    }

    private static double[][] columns(double[][] returns, double periods) {
        requirePeriods(periods);
        int assets = returns.length == 0 ? 0 : returns[0].length;
        double[][] columns = new double[assets][];
        for (int i = 0; i < assets; i++) {
            int asset = i;
            columns[i] = Arrays.stream(returns)
                    .mapToDouble(row -> row[asset])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            Matrices.requireFinite(columns[i], "the returns of asset " + i);
            if (columns[i].length == 0) {
                throw new OptimizerException(
                        Reason.BAD_INPUT, "Asset " + i + " has no return: leave it out, or give it one.");
            }
        }
        return columns;
    }

    private static void requirePeriods(double periods) {
        if (!(periods > 0 && periods < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, periods + " periods a year are none: give a number above 0, as 252.");
        }
    }
}
