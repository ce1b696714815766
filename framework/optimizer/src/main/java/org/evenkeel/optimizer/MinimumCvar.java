package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * The portfolio whose worst returns are least bad on average: the least conditional value at risk, over rows that are
 * equally likely.
 *
 * <p>Source: R. T. Rockafellar, S. Uryasev, "Optimization of conditional value-at-risk", The Journal of Risk 2 (2000),
 * 21–41. Their linear programme is solved by its dual, which has a row an asset instead of a row a row; the answer is
 * proven by the dual's bound before it is given. Where several portfolios are equally good, one of them is given.
 */
public final class MinimumCvar {
    /** How far the answer may be from the least, as a fraction of the largest return. */
    private static final double TOLERANCE = 1e-8;

    private MinimumCvar() {}

    /**
     * The weights of the portfolio with the least conditional value at risk.
     *
     * @param returns {@code [time][asset]}
     * @param tail the share of rows that are the worst, in (0, 1), as 0.05
     * @param limits what the weights must obey
     * @throws InfeasibleLimitsException when no portfolio obeys the limits
     * @throws OptimizerException when the input is no good, or the answer could not be proven
     */
    public static double[] weights(double[][] returns, double tail, Limits limits) {
        requireTail(tail);
        Matrices.requireTable(returns, 1, "returns");
        limits.requireSize(returns[0].length);
        limits.requireFeasible();
        double unit = 0;
        for (double[] row : returns) {
            unit = Math.max(unit, Stationary.largest(row));
        }
        TailProgram program = new TailProgram(scaled(returns, unit == 0 ? 1 : unit), tail, limits.region());
        double[] weights = program.weights();
        double gap = program.gap(weights);
        if (!(gap <= TOLERANCE)) {
            throw new OptimizerException(
                    Reason.NOT_CONVERGED,
                    "The portfolio of the least conditional value at risk was not found: the best one known may be"
                            + " improved on by " + gap * unit
                            + ". Leave out assets that move alike, or take fewer rows.");
        }
        return weights;
    }

    /**
     * The weights of the portfolio with the least conditional value at risk among those whose expected return is a
     * target or more.
     *
     * @param returns {@code [time][asset]}
     * @param tail the share of rows that are the worst, in (0, 1), as 0.05
     * @param limits what the weights must obey
     * @param expectedReturns one an asset, over any period
     * @param target the least expected return, over the same
     * @throws InfeasibleLimitsException when no portfolio obeys the limits and reaches the target
     * @throws OptimizerException when the input is no good, or the answer could not be proven
     */
    public static double[] targetReturn(
            double[][] returns, double tail, Limits limits, double[] expectedReturns, double target) {
        limits.requireSize(expectedReturns.length);
        Matrices.requireFinite(expectedReturns, "the expected returns");
        Row row = Row.atLeast(expectedReturns.clone(), target);
        return weights(returns, tail, limits.with("target return " + Limits.text(target), row));
    }

    /**
     * The mean of the worst of a portfolio's returns, a loss being below 0: of the worst tail × rows, the last of which
     * counts in part where that is no whole number.
     *
     * @param weights of the portfolio
     * @param returns {@code [time][asset]}
     * @param tail the share of rows that are the worst, in (0, 1), as 0.05
     */
    public static double meanOfWorst(double[] weights, double[][] returns, double tail) {
        requireTail(tail);
        double[] results = Arrays.stream(returns)
                .mapToDouble(row -> Matrices.dot(row, weights))
                .sorted()
                .toArray();
        double count = tail * results.length;
        double sum = 0;
        for (int row = 0; row < count; row++) {
            sum += Math.min(1, count - row) * results[row];
        }
        return sum / count;
    }

    private static void requireTail(double tail) {
        if (!(tail > 0 && tail < 1)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A tail of " + tail + " is none: give a share between 0 and 1, as 0.05.");
        }
    }

    private static double[][] scaled(double[][] returns, double unit) {
        return Arrays.stream(returns)
                .map(row -> Arrays.stream(row).map(value -> value / unit).toArray())
                .toArray(double[][]::new);
    }
}
