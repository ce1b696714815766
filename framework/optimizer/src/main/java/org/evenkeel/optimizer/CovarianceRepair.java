package org.evenkeel.optimizer;

import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/**
 * A covariance that promises no variance below 0, and how it was come by: negative eigenvalues of the correlation are
 * made 0, and what that adds to the diagonal is scaled away again, so that the variances stay.
 *
 * <p>Source: R. Rebonato, P. Jäckel, "The most general methodology to create a valid correlation matrix for risk
 * management and option pricing purposes", The Journal of Risk 2 (1999), the spectral decomposition.
 *
 * @param covariance positive semidefinite
 * @param negativeEigenvalues how many eigenvalues of the correlation were below 0; 0 where nothing was changed
 * @param lowestEigenvalue the lowest of the correlation before; 0 where nothing was changed
 * @param largestChange the most that a correlation was changed by
 */
public record CovarianceRepair(
        Covariance covariance, int negativeEigenvalues, double lowestEigenvalue, double largestChange) {
    /** Whether anything had to be changed. */
    public boolean changed() {
        return negativeEigenvalues > 0;
    }

    static CovarianceRepair of(Covariance given) {
        if (given.isSemidefinite()) {
            return new CovarianceRepair(given, 0, 0, 0);
        }
        double[][] correlation = correlation(given);
        Eigenvalue<Double> decomposition = Eigenvalue.R064.make(RawStore.wrap(correlation), true);
        decomposition.decompose(RawStore.wrap(correlation));
        int negative = 0;
        double lowest = 0;
        for (int k = 0; k < given.size(); k++) {
            double value = decomposition.getD().doubleValue(k, k);
            lowest = Math.min(lowest, value);
            negative += value < 0 ? 1 : 0;
        }
        return repaired(given, correlation, clipped(decomposition), new Found(negative, lowest));
    }

    private record Found(int negative, double lowest) {}

    private static double[][] correlation(Covariance given) {
        double[][] correlation = new double[given.size()][given.size()];
        for (int i = 0; i < correlation.length; i++) {
            for (int j = 0; j < correlation.length; j++) {
                double scale = given.volatility(i) * given.volatility(j);
                correlation[i][j] = i == j ? 1 : scale > 0 ? given.get(i, j) / scale : 0;
            }
        }
        return correlation;
    }

    private static double[][] clipped(Eigenvalue<Double> decomposition) {
        MatrixStore<Double> vectors = decomposition.getV();
        int size = (int) vectors.countRows();
        double[][] sum = new double[size][size];
        for (int k = 0; k < size; k++) {
            double value = Math.max(0, decomposition.getD().doubleValue(k, k));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[i][j] += value * vectors.doubleValue(i, k) * vectors.doubleValue(j, k);
                }
            }
        }
        return sum;
    }

    private static CovarianceRepair repaired(
            Covariance given, double[][] before, double[][] clipped, Found eigenvalues) {
        double[][] matrix = new double[before.length][before.length];
        double change = 0;
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < before.length; j++) {
                double after = i == j ? 1 : clipped[i][j] / Math.sqrt(clipped[i][i] * clipped[j][j]);
                change = Math.max(change, Math.abs(after - before[i][j]));
                matrix[i][j] = after * given.volatility(i) * given.volatility(j);
            }
        }
        return new CovarianceRepair(Covariance.of(matrix), eigenvalues.negative, eigenvalues.lowest, change);
    }
}
