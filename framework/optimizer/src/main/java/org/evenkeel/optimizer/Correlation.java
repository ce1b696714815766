package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * A covariance taken apart into volatilities and correlations. Weighting is done in units of risk, weight × volatility,
 * where a dollar token and a volatile one are numbers of one size.
 *
 * @param matrix the correlation of each two assets
 * @param volatilities each above 0
 */
record Correlation(double[][] matrix, double[] volatilities) {
    /** What a pivot of the Cholesky factorisation must be above, or the assets are not told apart. */
    private static final double SMALLEST_PIVOT = 1e-12;

    /** What part of the largest risk is no risk. */
    private static final double DUST = 1e-13;

    /**
     * @throws OptimizerException when an asset does not move
     */
    static Correlation of(Covariance covariance) {
        int size = covariance.size();
        double[] volatilities = new double[size];
        for (int i = 0; i < size; i++) {
            volatilities[i] = requireMoving(covariance.volatility(i), i);
        }
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = i == j ? 1 : covariance.get(i, j) / volatilities[i] / volatilities[j];
            }
        }
        return new Correlation(matrix, volatilities);
    }

    private static double requireMoving(double volatility, int asset) {
        if (volatility == 0) {
            throw new OptimizerException(
                    Reason.SINGULAR_COVARIANCE,
                    "Asset " + asset + " does not move (its variance is 0), so it cannot be weighed by its risk: "
                            + "leave it out, or estimate over more rows.");
        }
        return volatility;
    }

    int size() {
        return volatilities.length;
    }

    /**
     * Makes sure that no asset is a combination of others, by Cholesky factorisation.
     *
     * @throws OptimizerException naming the first asset that is
     */
    void requireRegular() {
        int asset = Cholesky.firstBadPivot(matrix, SMALLEST_PIVOT);
        if (asset < size()) {
            throw new OptimizerException(
                    Reason.SINGULAR_COVARIANCE,
                    "The covariance is singular: asset " + asset
                            + " moves as a combination of the assets before it. Leave it out, estimate over more rows"
                            + " than there are assets, or shrink (ledoitWolf).");
        }
    }

    /** One over each volatility, the largest being 1. */
    double[] inverseVolatilities() {
        double lowest = Arrays.stream(volatilities).min().orElseThrow();
        return Arrays.stream(volatilities)
                .map(volatility -> lowest / volatility)
                .toArray();
    }

    /** The weights, in proportion, of assets that are given in units of risk; what a solver leaves of 0 becomes 0. */
    double[] weights(double[] risks) {
        double dust = DUST * Arrays.stream(risks).max().orElseThrow();
        double[] weights = new double[risks.length];
        for (int i = 0; i < risks.length; i++) {
            weights[i] = risks[i] > dust ? risks[i] / volatilities[i] : 0;
        }
        return weights;
    }
}
