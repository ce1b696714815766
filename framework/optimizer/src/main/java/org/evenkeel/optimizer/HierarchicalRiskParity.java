package org.evenkeel.optimizer;

import java.util.Arrays;

/**
 * Hierarchical risk parity: assets that move alike are put side by side in a tree, and at each fork from the top the
 * weight is split in inverse proportion to the variance of either half. It inverts no matrix, so that a singular
 * covariance is no trouble.
 *
 * <p>Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of
 * Portfolio Management 42 (2016), 59–69: single linkage by the distance √((1 − correlation) / 2), the order of the
 * tree's leaves, and recursive bisection of that order in the middle, each half weighed by inverse variance. (The paper
 * links by the Euclidean distance between the distances to all assets; here, as in the libraries in use, it is the
 * distance itself.)
 */
public final class HierarchicalRiskParity {
    private HierarchicalRiskParity() {}

    /** As {@link #weights(Covariance, Caps)}, without caps. */
    public static double[] weights(Covariance covariance) {
        return weights(covariance, Caps.none(covariance.size()));
    }

    /**
     * The weights; what a cap takes away goes to the others in the same proportion.
     *
     * @param covariance of the assets
     * @param caps the most that each weight may be
     * @throws OptimizerException when an asset does not move, or the caps are not as many as the assets
     */
    public static double[] weights(Covariance covariance, Caps caps) {
        return weights(Correlation.of(covariance).matrix(), covariance, caps);
    }

    /**
     * The weights by returns that may have gaps: each two assets are held against each other over the rows that both
     * have. Without gaps they are those of the sample covariance.
     *
     * @param returns {@code [time][asset]}; NaN where an asset has none
     * @param caps the most that each weight may be
     * @throws OptimizerException when an asset does not move in the rows that it shares with another, two share fewer
     *     than two, or the caps are not as many as the assets
     */
    public static double[] weights(double[][] returns, Caps caps) {
        return weights(Moments.pairwiseCorrelation(returns), Covariance.pairwise(returns), caps);
    }

    private static double[] weights(double[][] correlation, Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        int[] order = SingleLinkage.order(distances(correlation));
        double[] weights = new double[covariance.size()];
        Arrays.fill(weights, 1);
        split(order, covariance, weights);
        return WaterFilling.weights(weights, caps.toArray());
    }

    private static double[][] distances(double[][] correlation) {
        return Arrays.stream(correlation)
                .map(row -> Arrays.stream(row)
                        .map(value -> Math.sqrt(Math.clamp((1 - value) / 2, 0, 1)))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void split(int[] assets, Covariance covariance, double[] weights) {
        if (assets.length < 2) {
            return;
        }
        int[] left = Arrays.copyOf(assets, assets.length / 2);
        int[] right = Arrays.copyOfRange(assets, assets.length / 2, assets.length);
        double risk = variance(left, covariance);
        double otherRisk = variance(right, covariance);
        double share = otherRisk / (risk + otherRisk);
        for (int asset : left) {
            weights[asset] *= share;
        }
        for (int asset : right) {
            weights[asset] *= 1 - share;
        }
        split(left, covariance, weights);
        split(right, covariance, weights);
    }

    /** Of some assets, weighed by inverse variance. */
    private static double variance(int[] assets, Covariance covariance) {
        double sum = 0;
        double[] weights = new double[covariance.size()];
        for (int asset : assets) {
            weights[asset] = 1 / covariance.get(asset, asset);
            sum += weights[asset];
        }
        for (int asset : assets) {
            weights[asset] /= sum;
        }
        return covariance.variance(weights);
    }
}
