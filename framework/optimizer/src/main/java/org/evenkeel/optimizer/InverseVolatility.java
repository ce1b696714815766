package org.evenkeel.optimizer;

/** Weights in inverse proportion to volatility: the portfolio of equal risk where nothing is known of correlations. */
public final class InverseVolatility {
    private InverseVolatility() {}

    /** As {@link #weights(Covariance, Caps)}, without caps. */
    public static double[] weights(Covariance covariance) {
        return weights(covariance, Caps.none(covariance.size()));
    }

    /**
     * The weights; what a cap takes away goes to the others in the same proportion.
     *
     * @param covariance of which only the variances count
     * @param caps the most that each weight may be
     * @throws OptimizerException when an asset does not move, or the caps are not as many as the assets
     */
    public static double[] weights(Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        return WaterFilling.weights(Correlation.of(covariance).inverseVolatilities(), caps.toArray());
    }
}
