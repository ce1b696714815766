package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * The long-only portfolio with the best ratio of reward to risk, reward·w / √(w′Σw). With expected returns as rewards
 * that is the best Sharpe ratio; with the same reward for all it is the least variance.
 *
 * <p>The ratio does not change when all weights are scaled. So, after G. Cornuejols and R. Tütüncü, "Optimization
 * Methods in Finance" (2006), section 8.2: among all scaled portfolios y ≥ 0 with a reward of 1 take the one of least
 * variance, a quadratic program, and scale it back so that it adds up to 1. A cap on a weight becomes a cap on a share
 * of y's sum. Calculated in units of risk, y × volatility, in which the covariance is the correlation.
 */
final class BestRatio {
    /** What the answer may fall short of the best ratio to first order, as a fraction of it. */
    private static final double TOLERANCE = 1e-8;

    private final double[] rewards;
    private final Covariance covariance;
    private final Caps caps;

    /** Some portfolio within the caps has a positive reward. */
    BestRatio(double[] rewards, Covariance covariance, Caps caps) {
        this.rewards = rewards;
        this.covariance = covariance;
        this.caps = caps;
    }

    /**
     * The weights.
     *
     * @param what the portfolio's name, for the message when it is not found
     */
    double[] weights(String what) {
        Correlation correlation = Correlation.of(covariance);
        correlation.requireRegular();
        if (caps.areTight()) {
            return caps.toArray();
        }
        double[] nearly = WaterFilling.weights(correlation.weights(solve(correlation)), caps.toArray());
        double[] weights = new PairExchange(rewards, covariance, caps, nearly).run();
        requireBest(weights, what);
        return weights;
    }

    private double[] solve(Correlation correlation) {
        double[] inverse = correlation.inverseVolatilities();
        QuadraticProgram program = new QuadraticProgram(correlation.matrix());
        for (int i = 0; i < inverse.length; i++) {
            double cap = caps.get(i);
            if (cap < 1) {
                double[] row = Arrays.stream(inverse).map(value -> -cap * value).toArray();
                row[i] += inverse[i];
                program.atMost(row, 0);
            }
        }
        return program.solve(ratios(inverse));
    }

    /** Each asset's reward for its risk, the largest being 1 or −1. */
    private double[] ratios(double[] inverse) {
        double[] ratios = new double[inverse.length];
        double largest = 0;
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = rewards[i] * inverse[i];
            largest = Math.max(largest, Math.abs(ratios[i]));
        }
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= largest;
        }
        return ratios;
    }

    /**
     * How much of its ratio some portfolio within the caps could improve on this one, to first order. The ratio is
     * pseudo-concave where the reward is positive, so a portfolio on which none improves is the best of all; another
     * portfolio s is better by at most the gain × the risk of this one / the risk of s.
     */
    double gain(double[] weights) {
        return -caps.leastSum(new PairExchange(rewards, covariance, caps, weights).losses());
    }

    /** Makes sure that weights are the best. */
    void requireBest(double[] weights, String what) {
        double gain = gain(weights);
        if (!(Matrices.dot(rewards, weights) > 0 && gain <= TOLERANCE)) {
            throw new OptimizerException(
                    Reason.NOT_CONVERGED,
                    "The portfolio of the " + what + " was not found: the best one known may be improved on by " + gain
                            + " of its ratio. Leave out assets that move almost alike, or shrink more (ledoitWolf).");
        }
    }
}
