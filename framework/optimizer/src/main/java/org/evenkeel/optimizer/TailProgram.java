package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The least mean loss in the worst rows, from the other side: the probabilities of rows, none larger than 1 / (tail ×
 * rows), under which even the best portfolio of the region loses most. The multipliers of that programme's rows are the
 * portfolio's weights.
 */
final class TailProgram {
    /** What a sum of weights may be off by before it is put right. */
    private static final double ROUNDING = 1e-14;

    /** What is so near to a bound is at it. */
    private static final double DUST = 1e-12;

    private final double[][] returns;
    private final double tail;
    private final Region region;
    private double bound = Double.NEGATIVE_INFINITY;

    TailProgram(double[][] returns, double tail, Region region) {
        this.returns = returns;
        this.tail = tail;
        this.region = region;
    }

    /** Nearly the best weights, within the region. */
    double[] weights() {
        int assets = region.size();
        int rows = returns.length;
        List<double[]> columns = new ArrayList<>();
        List<Double> objective = new ArrayList<>();
        for (int k = 0; k < region.rows().size(); k++) {
            Row row = region.rows().get(k);
            addSide(row.coefficients(), row.lower(), 1, columns, objective);
            addSide(row.coefficients(), row.upper(), -1, columns, objective);
        }
        for (int i = 0; i < assets; i++) {
            double[] one = new double[assets];
            one[i] = 1;
            addSide(one, region.lower()[i], 1, columns, objective);
            addSide(one, region.upper()[i], -1, columns, objective);
        }
        Region place = place(columns);
        double[] slopes = new double[rows + columns.size()];
        for (int k = 0; k < columns.size(); k++) {
            slopes[rows + k] = objective.get(k);
        }
        LinearProgram.Solution solution = LinearProgram.unproven(slopes, place);
        bound = bound(solution.point());
        return inside(Arrays.copyOf(solution.multipliers(), assets));
    }

    private static void addSide(
            double[] coefficients, double side, int sign, List<double[]> columns, List<Double> objective) {
        if (Double.isFinite(side)) {
            columns.add(Arrays.stream(coefficients).map(value -> -sign * value).toArray());
            objective.add(-sign * side);
        }
    }

    /** A row an asset: what it loses on average is what the limits press with. Then the probabilities add up to 1. */
    private Region place(List<double[]> columns) {
        int rows = returns.length;
        int size = rows + columns.size();
        List<Row> equations = new ArrayList<>();
        for (int i = 0; i < region.size(); i++) {
            double[] coefficients = new double[size];
            for (int t = 0; t < rows; t++) {
                coefficients[t] = -returns[t][i];
            }
            for (int k = 0; k < columns.size(); k++) {
                coefficients[rows + k] = columns.get(k)[i];
            }
            equations.add(new Row(coefficients, 0, 0));
        }
        double[] ones = new double[size];
        Arrays.fill(ones, 0, rows, 1);
        equations.add(new Row(ones, 1, 1));
        double[] upper = new double[size];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, 0, rows, 1 / (tail * rows));
        return new Region(new double[size], upper, equations);
    }

    /** The least that any portfolio loses on average under some probabilities, which no portfolio's worst is below. */
    private double bound(double[] solution) {
        double most = 1 / (tail * returns.length);
        double[] probabilities = WaterFilling.weights(
                Arrays.copyOf(solution, returns.length), filled(returns.length, Math.min(1, most)));
        double[] losses = new double[region.size()];
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < losses.length; i++) {
                losses[i] -= probabilities[t] * returns[t][i];
            }
        }
        return region.leastOf(losses, LinearProgram.solve(losses, region).multipliers());
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    /** The nearest weights that obey the limits to the last digit. */
    private double[] inside(double[] weights) {
        double[] clipped = weights.clone();
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = weights[i] < region.lower()[i] + DUST ? region.lower()[i] : weights[i];
            clipped[i] = weights[i] > region.upper()[i] - DUST ? region.upper()[i] : clipped[i];
        }
        if (region.violation(clipped) <= ROUNDING) {
            return clipped;
        }
        double[][] unit = new double[weights.length][weights.length];
        double[] opposite = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            unit[i][i] = 1;
            opposite[i] = -weights[i];
        }
        return new QuadraticProgram(new Quadratic(unit, opposite, region)).solve();
    }

    /** How much less than these weights the best may lose in its worst rows. */
    double gap(double[] weights) {
        return -MinimumCvar.meanOfWorst(weights, returns, tail) - bound;
    }
}
