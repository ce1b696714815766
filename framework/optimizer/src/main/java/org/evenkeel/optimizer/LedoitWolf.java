package org.evenkeel.optimizer;

/**
 * Shrinks a sample covariance toward one that has the same variance for all assets and no correlation, by as much as
 * minimises the expected squared error.
 *
 * <p>Source: O. Ledoit, M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices", Journal of
 * Multivariate Analysis 88 (2004), 365–411, section 3.2. As there, the sample covariance divides by the number of rows.
 *
 * @param matrix the shrunk covariance
 * @param shrinkage the weight of the target, from 0 (the sample) to 1 (the target)
 */
record LedoitWolf(double[][] matrix, double shrinkage) {
    static LedoitWolf estimate(double[][] returns) {
        int rows = returns.length;
        double[][] centred = Moments.centred(returns);
        double[][] matrix = Moments.products(centred, rows);
        int assets = matrix.length;
        double meanVariance = 0;
        for (int i = 0; i < assets; i++) {
            meanVariance += matrix[i][i] / assets;
        }
        double distance = squares(matrix) - assets * meanVariance * meanVariance;
        double noise = (fourthPowers(centred) / rows - squares(matrix)) / rows;
        double shrinkage = distance > 0 ? Math.clamp(noise / distance, 0, 1) : 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                matrix[i][j] = (1 - shrinkage) * matrix[i][j] + (i == j ? shrinkage * meanVariance : 0);
            }
        }
        return new LedoitWolf(matrix, shrinkage);
    }

    private static double squares(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += Matrices.dot(row, row);
        }
        return sum;
    }

    /** Σ over rows of |row|⁴. */
    private static double fourthPowers(double[][] centred) {
        double sum = 0;
        for (double[] row : centred) {
            double square = Matrices.dot(row, row);
            sum += square * square;
        }
        return sum;
    }
}
