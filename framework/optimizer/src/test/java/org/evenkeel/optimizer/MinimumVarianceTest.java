package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class MinimumVarianceTest {
    private static final int PORTFOLIOS = 2_000;

    @SeededTest
    void two_assets_follow_the_closed_form(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 100; k++) {
            double a = 0.01 + random.uniform();
            double b = 0.01 + random.uniform();
            double c = a * b * (1.9 * random.uniform() - 0.95);
            double first = Math.clamp((b * b - c) / (a * a + b * b - 2 * c), 0, 1);

            double[] weights = MinimumVariance.weights(Covariance.of(new double[][] {{a * a, c}, {c, b * b}}));

            assertArrayEquals(new double[] {first, 1 - first}, weights, 1e-9, "case " + k);
        }
    }

    @Test
    void uncorrelated_assets_are_weighed_by_inverse_variance() {
        double[] weights = MinimumVariance.weights(diagonal(1, 4, 0.25));

        assertArrayEquals(new double[] {1 / 5.25, 0.25 / 5.25, 4 / 5.25}, weights, 1e-12);
    }

    static Covariance diagonal(double... variances) {
        double[][] matrix = new double[variances.length][variances.length];
        for (int i = 0; i < variances.length; i++) {
            matrix[i][i] = variances[i];
        }
        return Covariance.of(matrix);
    }

    @SeededTest
    void no_other_portfolio_within_the_caps_varies_less(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int assets = 2; assets <= 10; assets += 4) {
            Covariance covariance = random.covariance(assets);
            Caps caps = random.caps(assets);
            double[] weights = MinimumVariance.weights(covariance, caps);
            Assert.arePortfolio(weights, caps);
            double least = covariance.variance(weights);
            for (int k = 0; k < PORTFOLIOS; k++) {
                double[] other = k % 2 == 0 ? random.portfolio(caps) : random.near(weights, caps);
                assertTrue(covariance.variance(other) >= least * (1 - 1e-8), assets + " assets, portfolio " + k);
            }
        }
    }

    @SeededTest
    void every_asset_meets_the_conditions_of_karush_kuhn_and_tucker(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 12);
        Covariance covariance = random.covariance(assets);
        for (Caps caps : new Caps[] {Caps.none(assets), random.caps(assets)}) {
            double[] weights = MinimumVariance.weights(covariance, caps);
            double variance = covariance.variance(weights);
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < assets; i++) {
                double marginal = marginal(covariance, weights, i);
                // What holds weight must not cost more than what has room for it.
                most = weights[i] > 0 ? Math.max(most, marginal) : most;
                least = weights[i] < caps.get(i) ? Math.min(least, marginal) : least;
            }

            assertTrue(most - least <= 1e-9 * variance, "marginal " + most + " over " + least);
        }
    }

    private static double marginal(Covariance covariance, double[] weights, int asset) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += covariance.get(asset, j) * weights[j];
        }
        return sum;
    }

    @SeededTest
    void a_dollar_token_among_volatile_ones_is_no_trouble(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(3, 10);
        double[][] returns = random.returns(80, assets, 1);
        for (double[] row : returns) {
            row[0] *= 1e-5;
        }
        Covariance covariance = Covariance.sample(returns);

        double[] weights = MinimumVariance.weights(covariance);

        Assert.arePortfolio(weights, Caps.none(assets));
        assertTrue(weights[0] > 0.999, "weight " + weights[0]);
        assertTrue(covariance.variance(weights) <= covariance.get(0, 0));
    }

    @SeededTest
    void assets_that_move_almost_alike_are_no_trouble(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(60, 6, 1);
        for (double[] row : returns) {
            row[5] = row[0] * (1 + 1e-4 * random.uniform());
        }
        Caps caps = random.caps(6);

        Assert.arePortfolio(MinimumVariance.weights(Covariance.sample(returns), caps), caps);
    }

    @Test
    void equal_inputs_give_equal_bits() {
        Covariance covariance = new RandomAssets(5).covariance(40);

        assertArrayEquals(MinimumVariance.weights(covariance), MinimumVariance.weights(covariance));
    }

    @Test
    void one_asset_gets_all_and_tight_caps_are_the_answer() {
        assertArrayEquals(new double[] {1}, MinimumVariance.weights(diagonal(0.04)));
        assertArrayEquals(new double[] {0.25, 0.75}, MinimumVariance.weights(diagonal(1, 2), Caps.of(0.25, 0.75)));
        assertArrayEquals(new double[] {0, 1}, MinimumVariance.weights(diagonal(1, 2), Caps.of(0, 1)), 1e-12);
    }

    @Test
    void of_two_assets_that_move_alike_each_gets_half_of_what_the_pair_gets() {
        Covariance twins = Covariance.of(new double[][] {{1, 0.5, 1}, {0.5, 2, 0.5}, {1, 0.5, 1}});

        double[] weights = MinimumVariance.weights(twins);

        assertArrayEquals(new double[] {0.375, 0.25, 0.375}, weights, 1e-6);
        assertEquals(0.875, twins.variance(weights), 1e-12);
    }

    @Test
    void an_asset_without_risk_gets_all_that_its_cap_allows() {
        assertArrayEquals(new double[] {0, 1}, MinimumVariance.weights(diagonal(1, 0)), 1e-9);
        assertArrayEquals(new double[] {0.4, 0.6}, MinimumVariance.weights(diagonal(1, 0), Caps.of(1, 0.6)), 1e-9);
        assertArrayEquals(new double[] {0.5, 0.5}, MinimumVariance.weights(diagonal(0, 0)), 1e-6);
    }

    @SeededTest
    void fewer_rows_than_assets_are_no_trouble(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(8, 40);
        Covariance covariance = Covariance.sample(random.returns(random.between(3, assets), assets, 2));
        Caps caps = random.caps(assets);
        double[] weights = MinimumVariance.weights(covariance, caps);
        Assert.arePortfolio(weights, caps);
        double least = covariance.variance(weights);
        for (int k = 0; k < PORTFOLIOS; k++) {
            double[] other = k % 2 == 0 ? random.portfolio(caps) : random.near(weights, caps);
            assertTrue(covariance.variance(other) >= least * (1 - 1e-8) - 1e-15, "portfolio " + k);
        }
    }

    @Test
    void a_matrix_that_promises_negative_variances_is_refused() {
        Assert.refuses(
                Reason.NOT_SEMIDEFINITE,
                "with asset 1",
                () -> MinimumVariance.weights(Covariance.of(new double[][] {{1, 2}, {2, 1}})));
    }

    @Test
    void caps_for_another_number_of_assets_are_refused() {
        Assert.refuses(
                Reason.BAD_INPUT, "3 caps for 2 assets", () -> MinimumVariance.weights(diagonal(1, 2), Caps.none(3)));
    }
}
