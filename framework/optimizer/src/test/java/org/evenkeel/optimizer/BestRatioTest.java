package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

/**
 * The parts that vouch for each other: the solver, the sharpening that needs no solver, and the proof of the answer.
 */
class BestRatioTest {
    private static double[] rewards(RandomAssets random, int assets) {
        double[] rewards = new double[assets];
        for (int i = 0; i < assets; i++) {
            rewards[i] = 0.01 + random.uniform();
        }
        return rewards;
    }

    private static double ratio(double[] rewards, Covariance covariance, double[] weights) {
        return Matrices.dot(rewards, weights) / Math.sqrt(covariance.variance(weights));
    }

    @SeededTest
    void exchanging_pairs_from_any_portfolio_ends_at_the_best(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int assets = 2; assets <= 11; assets += 3) {
            Covariance covariance = random.covariance(assets);
            double[] rewards = rewards(random, assets);
            Caps caps = random.caps(assets);
            double[] best = new BestRatio(rewards, covariance, caps).weights("best ratio");

            double[] start = random.portfolio(caps);
            double[] exchanged = new PairExchange(rewards, covariance, caps, start).run();

            Assert.arePortfolio(exchanged, caps);
            assertEquals(1, ratio(rewards, covariance, exchanged) / ratio(rewards, covariance, best), 1e-8);
        }
    }

    @SeededTest
    void the_solver_alone_comes_to_the_same_where_nothing_is_extreme(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 10);
        Covariance covariance = Covariance.ledoitWolf(random.returns(60, assets, 0.5));
        Correlation correlation = Correlation.of(covariance);
        double[] inverse = correlation.inverseVolatilities();

        double[] risks = new QuadraticProgram(correlation.matrix()).solve(inverse);

        double[] weights = WaterFilling.weights(
                correlation.weights(risks), Caps.none(assets).toArray());
        assertArrayEquals(MinimumVariance.weights(covariance), weights, 1e-6);
        for (double risk : risks) {
            assertTrue(risk >= -1e-9, "risk " + risk);
        }
    }

    @SeededTest
    void the_gain_bounds_what_any_portfolio_can_improve(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 8);
        Covariance covariance = random.covariance(assets);
        double[] rewards = rewards(random, assets);
        Caps caps = random.caps(assets);
        BestRatio best = new BestRatio(rewards, covariance, caps);
        double[] weights = random.portfolio(caps);
        double gain = best.gain(weights);
        for (int k = 0; k < 500; k++) {
            double[] other = k == 0 ? best.weights("best ratio") : random.portfolio(caps);
            double better = ratio(rewards, covariance, other) / ratio(rewards, covariance, weights) - 1;
            double risks = Math.sqrt(covariance.variance(weights) / covariance.variance(other));
            assertTrue(better <= gain * risks + 1e-12, "portfolio " + k + " is better by " + better);
        }
    }

    @SeededTest
    void weights_that_are_not_the_best_are_not_given(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Covariance covariance = random.covariance(5);
        Caps caps = Caps.none(5);
        BestRatio best = new BestRatio(rewards(random, 5), covariance, caps);
        double[] right = best.weights("best ratio");
        double[] wrong = right.clone();
        int most = 0;
        for (int i = 1; i < 5; i++) {
            most = right[i] > right[most] ? i : most;
        }
        wrong[most] -= 0.01;
        wrong[(most + 1) % 5] += 0.01;

        best.requireBest(right, "best ratio");
        Assert.refuses(
                Reason.NOT_CONVERGED, "of the best ratio was not found", () -> best.requireBest(wrong, "best ratio"));
        Assert.refuses(
                Reason.NOT_CONVERGED,
                "was not found",
                () -> best.requireBest(new double[] {Double.NaN, 1, 0, 0, 0}, "best ratio"));
    }

    @SeededTest
    void volatilities_that_differ_a_millionfold_are_no_trouble(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 20; k++) {
            int assets = random.between(2, 12);
            double[][] returns = random.returns(assets + random.between(5, 40), assets, 14);
            Covariance covariance = k % 2 == 0 ? Covariance.sample(returns) : Covariance.ledoitWolf(returns);
            Caps caps = k % 4 < 2 ? random.caps(assets) : Caps.none(assets);
            double[] means = Returns.means(returns);
            for (int i = 0; i < assets; i++) {
                means[i] = Math.abs(means[i]);
            }

            Assert.arePortfolio(MinimumVariance.weights(covariance, caps), caps);
            Assert.arePortfolio(MaximumSharpe.weights(means, covariance, caps), caps);
        }
    }

    @Test
    void an_input_on_which_the_solver_never_ends_by_itself_comes_to_an_end() {
        // Found by a search: without a limit the active set of this program changes for ever.
        int assets = 10;
        Random random = new Random(6241);
        double[][] returns = new double[20 + random.nextInt(3 * assets + 5)][assets];
        double[] volatilities =
                random.doubles(assets).map(value -> Math.exp(-14 * value)).toArray();
        double load = 2 * random.nextDouble();
        for (double[] row : returns) {
            double market = random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                row[i] = volatilities[i] * (load * market + random.nextGaussian());
            }
        }
        Caps caps = Caps.of(random.doubles(assets)
                .map(value -> Math.min(1, (1 + 3 * value) / assets))
                .toArray());

        Assert.arePortfolio(MaximumSharpe.weights(Returns.means(returns), Covariance.sample(returns), caps), caps);
    }
}
