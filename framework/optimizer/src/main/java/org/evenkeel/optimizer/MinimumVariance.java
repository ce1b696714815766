package org.evenkeel.optimizer;

/**
 * The long-only portfolio whose returns vary least: {@link MeanVariance#minimumVariance} with nothing but caps.
 *
 * <p>Source: H. Markowitz, "Portfolio selection", The Journal of Finance 7 (1952), 77–91.
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
     * @param covariance of the assets; where it is singular and many portfolios share the least variance, the one of
     *     the least Σ(weight × volatility)² is given
     * @param caps the most that each weight may be
     * @throws OptimizerException when the covariance is not positive semidefinite, the caps are not as many as the
     *     assets, or the solution could not be proven
     */
    public static double[] weights(Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        double[] weights = caps.toArray();
        return caps.areTight()
                ? weights
                : MeanVariance.of(new double[caps.size()], covariance, Limits.of(caps))
                        .minimumVariance();
    }
}
