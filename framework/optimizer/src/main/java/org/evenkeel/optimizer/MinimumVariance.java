package org.evenkeel.optimizer;

import java.util.Arrays;

/**
 * The long-only portfolio whose returns vary least.
 *
 * <p>Source: H. Markowitz, "Portfolio selection", The Journal of Finance 7 (1952), 77–91. A quadratic program, whose
 * answer is verified before it is given.
 */
public final class MinimumVariance {
    private MinimumVariance() {}

    /** As {@link #weights(Covariance, Caps)}, without caps. */
    public static double[] weights(Covariance covariance) {
        return weights(covariance, Caps.none(covariance.size()));
    }

    /**
     * The weights of the portfolio with the least variance.
     *
     * @param covariance a regular one: where it is singular, many portfolios share the least variance
     * @param caps the most that each weight may be
     * @throws OptimizerException when the covariance is singular, the caps are not as many as the assets, or the
     *     solution could not be verified
     */
    public static double[] weights(Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        double[] same = new double[caps.size()];
        Arrays.fill(same, 1);
        return new BestRatio(same, covariance, caps).weights("least variance");
    }
}
