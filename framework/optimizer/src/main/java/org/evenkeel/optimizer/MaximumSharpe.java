package org.evenkeel.optimizer;

import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * The long-only portfolio with the best Sharpe ratio, expected excess return / volatility:
 * {@link MeanVariance#maximumSharpe} with nothing but caps.
 *
 * <p>Source: W. Sharpe, "Mutual fund performance", The Journal of Business 39 (1966), 119–138.
 */
public final class MaximumSharpe {
    private MaximumSharpe() {}

    /** As {@link #weights(double[], Covariance, Caps)}, without caps. */
    public static double[] weights(double[] excessReturns, Covariance covariance) {
        return weights(excessReturns, covariance, Caps.none(covariance.size()));
    }

    /**
     * The weights of the portfolio with the best Sharpe ratio.
     *
     * @param excessReturns each asset's expected return less the risk-free one, over the covariance's period
     * @param covariance of the assets; it may be singular, as long as no portfolio that gains is without risk
     * @param caps the most that each weight may be
     * @throws OptimizerException when no portfolio within the caps has a positive expected return, one that has is
     *     without risk, the covariance is not positive semidefinite, sizes differ, a return is not finite, or the
     *     solution could not be proven
     */
    public static double[] weights(double[] excessReturns, Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        if (excessReturns.length != caps.size()) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "There are " + excessReturns.length + " expected returns for " + caps.size()
                            + " assets: give each one.");
        }
        return MeanVariance.of(excessReturns, covariance, Limits.of(caps)).maximumSharpe(0);
    }
}
