package org.evenkeel.optimizer;

import java.util.Optional;

/**
 * The most reward for a given volatility: the portfolio with that volatility of those that minimise ½ variance −
 * t × reward for some tolerance of risk t, with which their volatility rises.
 */
final class RiskSearch {
    /** How often the tolerance of risk is raised tenfold before all that pays is bought. */
    private static final int MAX_RISES = 12;

    private final Tradeoff tradeoff;
    private final double square;
    private final double target;

    RiskSearch(Tradeoff tradeoff, double square, double target) {
        this.tradeoff = tradeoff;
        this.square = square;
        this.target = target;
    }

    /** The weights; empty where all portfolios are riskier. */
    Optional<double[]> find() {
        if (excess(0) > Limit.Risk.TOLERANCE) {
            return Optional.empty();
        }
        if (tradeoff.largestReward() == 0) {
            return Optional.of(at(0));
        }
        double low = 0;
        double high = target * target / tradeoff.largestReward();
        for (int rise = 0; excess(high) < 0; rise++) {
            if (rise == MAX_RISES) {
                return Optional.of(at(high));
            }
            low = high;
            high *= 10;
        }
        return Optional.of(at(Search.zero(this::excess, low, high, Limit.Risk.TOLERANCE / 10)));
    }

    private double excess(double tolerance) {
        return Math.sqrt(tradeoff.variance(at(tolerance))) / target - 1;
    }

    private double[] at(double tolerance) {
        return tradeoff.weights(new Objective(1, tolerance, tolerance * square, tolerance));
    }
}
