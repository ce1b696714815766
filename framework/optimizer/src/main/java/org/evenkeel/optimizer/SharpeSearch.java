package org.evenkeel.optimizer;

import java.util.stream.IntStream;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * The best ratio of reward to risk. Of all portfolios on the frontier, that minimise ½ variance − t × reward for some
 * tolerance of risk t, it is the one with t = variance / reward: there the frontier and the ratio have the same slope.
 * t × reward / variance passes 1 but once, there. Where an asset neither moves nor earns more than money without risk,
 * every mix with it has the same ratio, and t × reward / variance is 1 up to the portfolio that has the least of it: that
 * one is given.
 */
final class SharpeSearch {
    private static final double TOLERANCE = 1e-14;
    private static final double FALL = 1e-2;
    private static final int MAX_FALLS = 20;

    /** What part of the risk that the assets have alone is no risk. */
    private static final double NO_RISK = 1e-10;

    /** How far above 1 the ratio is surely so: past all mixes with an asset that does not move. */
    private static final double PAST_MIXES = 1e-9;

    private final Tradeoff tradeoff;
    private final Covariance covariance;
    private final double square;
    private final double past;

    SharpeSearch(Tradeoff tradeoff, Covariance covariance, double square) {
        this.tradeoff = tradeoff;
        this.covariance = covariance;
        this.square = square;
        past = IntStream.range(0, covariance.size()).anyMatch(this::isStill) ? PAST_MIXES : 0;
    }

    double[] find() {
        double[] boldest = tradeoff.mostReward();
        double most = tradeoff.reward(boldest);
        if (!(most > 0)) {
            throw new OptimizerException(
                    Reason.NO_POSITIVE_RETURN,
                    "No portfolio within the limits has a positive expected excess return (the best has " + most
                            + "), so none has the best Sharpe ratio: use the minimum variance, or hold cash.");
        }
        double high = risk(boldest) / most;
        if (risk(boldest) == 0) {
            throw riskless(boldest);
        }
        double low = high;
        for (int step = 0; step < MAX_FALLS && excess(low) > 0; step++) {
            low *= FALL;
        }
        // Of assets whose risks differ a millionfold, so do the tolerances: by their logarithms they do not.
        double tolerance =
                Math.exp(Search.zero(log -> excess(Math.exp(log)), Math.log(low), Math.log(high), TOLERANCE));
        double[] weights = at(tolerance);
        double ratio = tolerance * tradeoff.reward(weights) / risk(weights);
        if (tradeoff.variance(weights) <= NO_RISK * alone(weights) && square == 0) {
            throw riskless(weights);
        }
        if (!(Math.abs(ratio - 1) <= 1e-8)) {
            throw new OptimizerException(
                    Reason.NOT_CONVERGED,
                    "The portfolio of the best Sharpe ratio was not found (off by " + (ratio - 1)
                            + "). Leave out assets that move almost alike, or shrink (ledoitWolf).");
        }
        return weights;
    }

    private boolean isStill(int asset) {
        return covariance.get(asset, asset) == 0;
    }

    /** How far t × reward / risk is above 1, or rather its logarithm; far below 0 where there is no reward. */
    private double excess(double tolerance) {
        double[] weights = at(tolerance);
        double reward = tradeoff.reward(weights);
        double risk = risk(weights);
        if (risk == 0) {
            throw riskless(weights);
        }
        return reward > 0 ? Math.max(-1, Math.log(tolerance * reward / risk) - past) : -1;
    }

    private double[] at(double tolerance) {
        return tradeoff.weights(new Objective(1, tolerance, square / 2, tolerance));
    }

    /** With what {@link QuadraticProgram} raises it by. */
    private double risk(double[] weights) {
        double squares = square * Matrices.dot(weights, weights);
        return tradeoff.variance(weights) + squares + QuadraticProgram.RIDGE * (alone(weights) + squares);
    }

    /** The variance that weights would have if none offset another. */
    private double alone(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * weights[i] * covariance.get(i, i);
        }
        return sum;
    }

    private OptimizerException riskless(double[] weights) {
        String still = IntStream.range(0, weights.length)
                .filter(asset -> isStill(asset) && weights[asset] != 0)
                .mapToObj(asset -> "Asset " + asset + " does not move (its variance is 0). ")
                .findFirst()
                .orElse("");
        return new OptimizerException(
                Reason.SINGULAR_COVARIANCE,
                still + "A portfolio within the limits has an expected excess return of " + tradeoff.reward(weights)
                        + " and no risk at all, so there is no best Sharpe ratio: the covariance is singular. Leave out"
                        + " assets that do not move or that move alike, estimate over more rows than there are assets,"
                        + " or shrink (ledoitWolf).");
    }
}
