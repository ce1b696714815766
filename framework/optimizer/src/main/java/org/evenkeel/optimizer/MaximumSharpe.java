package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * The long-only portfolio with the best Sharpe ratio, expected excess return / volatility.
 *
 * <p>Source: W. Sharpe, "Mutual fund performance", The Journal of Business 39 (1966), 119–138. A quadratic program
 * after a change of variables, whose answer is verified before it is given.
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
     * @param covariance a regular one
     * @param caps the most that each weight may be
     * @throws OptimizerException when no portfolio within the caps has a positive expected return, the covariance is
     *     singular, sizes differ, a return is not finite, or the solution could not be verified
     */
    public static double[] weights(double[] excessReturns, Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        if (excessReturns.length != caps.size()) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "There are " + excessReturns.length + " expected returns for " + caps.size()
                            + " assets: give each one.");
        }
        Matrices.requireFinite(excessReturns, "the expected returns");
        requirePositive(excessReturns, caps);
        return new BestRatio(excessReturns, covariance, caps).weights("best Sharpe ratio");
    }

    private static void requirePositive(double[] excessReturns, Caps caps) {
        double best =
                -caps.leastSum(Arrays.stream(excessReturns).map(value -> -value).toArray());
        if (!(best > 0)) {
            throw new OptimizerException(
                    Reason.NO_POSITIVE_RETURN,
                    "No portfolio within the caps has a positive expected excess return (the best has " + best
                            + "), so none has the best Sharpe ratio: use MinimumVariance, or hold cash.");
        }
    }
}
