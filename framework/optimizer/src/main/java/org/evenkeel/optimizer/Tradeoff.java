package org.evenkeel.optimizer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weights of a region at which an objective is least. Each search starts where the one before ended. */
final class Tradeoff {
    private final double[] rewards;
    private final Covariance covariance;
    private final Region region;
    private final Optional<Turnover> turnover;
    private @Nullable QuadraticProgram last;

    /** Over a region that is not empty. */
    Tradeoff(double[] rewards, Covariance covariance, Region region, Optional<Turnover> turnover) {
        this.rewards = rewards;
        this.covariance = covariance;
        this.region = region;
        this.turnover = turnover;
    }

    double[] weights(Objective objective) {
        Quadratic weights = quadratic(objective);
        QuadraticProgram program = new QuadraticProgram(
                turnover.map(cost -> cost.over(weights, objective.cost())).orElse(weights));
        QuadraticProgram before = last;
        if (before != null) {
            program.startingFrom(before);
        }
        double[] answer = program.solve();
        last = program;
        return region.clipped(turnover.map(cost -> cost.weights(answer)).orElse(answer));
    }

    private Quadratic quadratic(Objective objective) {
        int size = rewards.length;
        double[][] matrix = new double[size][size];
        double[] linear = new double[size];
        for (int i = 0; i < size; i++) {
            linear[i] = -objective.reward() * rewards[i];
            for (int j = 0; j < size; j++) {
                matrix[i][j] = objective.risk() * covariance.get(i, j);
            }
            matrix[i][i] += 2 * objective.square();
        }
        return new Quadratic(matrix, linear, region);
    }

    /** The weights of the most reward, costs of turnover off. */
    double[] mostReward() {
        double[] objective = rewards.clone();
        for (int i = 0; i < objective.length; i++) {
            objective[i] = -rewards[i];
        }
        Region place = turnover.map(cost -> cost.region(region)).orElse(region);
        double[] slopes = turnover.map(cost -> cost.slopes(objective)).orElse(objective);
        double[] answer = LinearProgram.solve(slopes, place).point();
        return region.clipped(turnover.map(cost -> cost.weights(answer)).orElse(answer));
    }

    /** The reward of weights, costs of turnover off. */
    double reward(double[] weights) {
        return Matrices.dot(rewards, weights)
                - turnover.map(cost -> cost.of(weights)).orElse(0.0);
    }

    double variance(double[] weights) {
        return covariance.variance(weights);
    }

    double largestReward() {
        return Stationary.largest(rewards);
    }
}
