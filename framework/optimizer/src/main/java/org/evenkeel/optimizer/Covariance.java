package org.evenkeel.optimizer;

import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * How assets move together: the variances and covariances of their returns over one period. Immutable.
 *
 * <p>{@link #ledoitWolf} is the estimate to start with: it is never worse conditioned than the sample, and the fewer
 * rows there are, the more it leans on its target; with many rows it comes to the sample by itself.
 */
public final class Covariance {
    /** How far two mirrored values may lie apart, as a fraction of the two assets' volatilities. */
    private static final double ASYMMETRY = 1e-9;

    private final double[][] matrix;

    private Covariance(double[][] matrix) {
        this.matrix = matrix;
    }

    /**
     * A covariance that is known.
     *
     * @param matrix {@code [asset][asset]}, symmetric
     * @throws OptimizerException when it is not square and symmetric, a value is not finite, or a variance is negative
     */
    public static Covariance of(double[][] matrix) {
        Matrices.requireTable(matrix, 1, "covariance");
        int size = matrix.length;
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = matrix[i].clone();
        }
        requireCovariance(copy);
        return new Covariance(copy);
    }

    private static void requireCovariance(double[][] matrix) {
        if (matrix[0].length != matrix.length) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "The covariance has " + matrix.length + " rows of " + matrix[0].length
                            + " values: it needs a row and a column an asset.");
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = Math.sqrt(matrix[i][i] * matrix[j][j]);
                if (!(matrix[i][i] >= 0) || Math.abs(matrix[i][j] - matrix[j][i]) > ASYMMETRY * scale) {
                    throw new OptimizerException(
                            Reason.BAD_INPUT,
                            "The covariance of assets " + i + " and " + j + " is " + matrix[i][j] + " one way and "
                                    + matrix[j][i] + " the other: it must be symmetric, with variances of 0 or more.");
                }
            }
        }
    }

    /**
     * The sample covariance, dividing by one less than there are rows.
     *
     * @param returns {@code [time][asset]}, two or more rows
     * @throws OptimizerException when rows are missing or differ in length, or a return is not finite
     */
    public static Covariance sample(double[][] returns) {
        Matrices.requireTable(returns, 2, "returns");
        return new Covariance(Moments.products(Moments.centred(returns), returns.length - 1));
    }

    /**
     * The sample covariance, dividing by the number of rows, shrunk toward equal variances and no correlation after
     * Ledoit and Wolf (2004). Regular also for fewer rows than assets, unless no asset moves.
     *
     * @param returns {@code [time][asset]}, three or more rows: in two, which are mirror images about their mean, no
     *     noise can be seen
     * @throws OptimizerException when rows are missing or differ in length, or a return is not finite
     */
    public static Covariance ledoitWolf(double[][] returns) {
        Matrices.requireTable(returns, 3, "returns");
        return new Covariance(LedoitWolf.estimate(returns).matrix());
    }

    /** How many assets there are. */
    public int size() {
        return matrix.length;
    }

    /** The covariance of two assets; the variance where they are one. */
    public double get(int i, int j) {
        return matrix[i][j];
    }

    /** The standard deviation of an asset's returns. */
    public double volatility(int asset) {
        return Math.sqrt(matrix[asset][asset]);
    }

    /** The variance of a portfolio's returns. */
    public double variance(double[] weights) {
        return Matrices.dot(weights, times(weights));
    }

    /** The covariance of each asset with a portfolio. */
    double[] times(double[] weights) {
        double[] result = new double[weights.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Matrices.dot(matrix[i], weights);
        }
        return result;
    }
}
