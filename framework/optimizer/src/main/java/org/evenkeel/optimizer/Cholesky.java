package org.evenkeel.optimizer;

import java.util.Optional;

/** A positive definite matrix taken apart into a lower triangle times its mirror image. */
final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Empty where a pivot is not above the smallest allowed: the matrix is not positive definite by that measure. */
    static Optional<Cholesky> find(double[][] matrix, double smallestPivot) {
        double[][] lower = new double[matrix.length][];
        return firstBadPivot(matrix, smallestPivot, lower) < matrix.length
                ? Optional.empty()
                : Optional.of(new Cholesky(lower));
    }

    /** The first row whose pivot is not above the smallest allowed; the number of rows where all are. */
    static int firstBadPivot(double[][] matrix, double smallestPivot) {
        return firstBadPivot(matrix, smallestPivot, new double[matrix.length][]);
    }

    private static int firstBadPivot(double[][] matrix, double smallestPivot, double[][] lower) {
        for (int i = 0; i < matrix.length; i++) {
            double[] row = new double[i + 1];
            double rest = matrix[i][i];
            for (int j = 0; j < i; j++) {
                double sum = matrix[i][j];
                double[] other = lower[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = sum / other[j];
                rest -= row[j] * row[j];
            }
            if (!(rest > smallestPivot)) {
                return i;
            }
            row[i] = Math.sqrt(rest);
            lower[i] = row;
        }
        return matrix.length;
    }

    /** The x with matrix × x = right. */
    double[] solve(double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }
}
