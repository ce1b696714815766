package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/** Sums over the rows of a table. */
final class Moments {
    private Moments() {}

    /** The table less its columns' means. */
    static double[][] centred(double[][] table) {
        double[] means = Returns.means(table);
        double[][] centred = new double[table.length][means.length];
        for (int row = 0; row < table.length; row++) {
            for (int i = 0; i < means.length; i++) {
                centred[row][i] = table[row][i] - means[i];
            }
        }
        return centred;
    }

    /** The products of each two columns, summed over the rows and divided. */
    static double[][] products(double[][] table, int divisor) {
        int columns = table[0].length;
        double[][] sums = new double[columns][columns];
        for (double[] row : table) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                sums[i][j] /= divisor;
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    /** Weights of rows, oldest first, that fade by a constant factor into the past and add up to 1. */
    static double[] fading(int rows, double span) {
        if (!(span >= 1 && span < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A span of " + span + " rows is none: give 1 or more, as 180.");
        }
        double[] weights = new double[rows];
        double weight = 1;
        double sum = 0;
        for (int row = rows - 1; row >= 0; row--) {
            weights[row] = weight;
            sum += weight;
            weight *= 1 - 2 / (span + 1);
        }
        for (int row = 0; row < rows; row++) {
            weights[row] /= sum;
        }
        return weights;
    }

    /** The products of each two columns, summed over the rows by their weights. */
    static double[][] weighted(double[][] table, double[] weights) {
        double[][] scaled = new double[table.length][];
        for (int row = 0; row < table.length; row++) {
            double root = Math.sqrt(weights[row]);
            scaled[row] = Arrays.stream(table[row]).map(value -> value * root).toArray();
        }
        return products(scaled, 1);
    }

    /** The sample covariance of each two columns over the rows in which neither is NaN. */
    static double[][] pairwise(double[][] table) {
        int columns = table.length == 0 ? 0 : table[0].length;
        double[][] result = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                double[][] both = common(table, i, j);
                Matrices.requireTable(both, 2, "returns that assets " + j + " and " + i + " have in common");
                result[i][j] = products(centred(both), both.length - 1)[0][1];
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    /** The correlation of each two columns over the rows in which neither is NaN. */
    static double[][] pairwiseCorrelation(double[][] table) {
        int columns = table.length == 0 ? 0 : table[0].length;
        double[][] result = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                Covariance both = Covariance.sample(common(table, i, j));
                result[i][j] = i == j ? 1 : Correlation.of(both).matrix()[0][1];
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    private static double[][] common(double[][] table, int i, int j) {
        return Arrays.stream(table)
                .map(row -> new double[] {row[i], row[j]})
                .filter(pair -> !Double.isNaN(pair[0]) && !Double.isNaN(pair[1]))
                .toArray(double[][]::new);
    }
}
