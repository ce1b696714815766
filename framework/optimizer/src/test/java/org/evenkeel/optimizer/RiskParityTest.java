package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class RiskParityTest {
    @SeededTest
    void two_assets_are_weighed_by_inverse_volatility_whatever_their_correlation(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 100; k++) {
            double a = 0.01 + random.uniform();
            double b = 0.01 + random.uniform();
            double c = a * b * (1.9 * random.uniform() - 0.95);

            double[] weights = RiskParity.weights(Covariance.of(new double[][] {{a * a, c}, {c, b * b}}));

            assertArrayEquals(new double[] {b / (a + b), a / (a + b)}, weights, 1e-9, "case " + k);
        }
    }

    @Test
    void equally_correlated_assets_are_weighed_by_inverse_volatility() {
        double[] volatilities = {0.1, 0.2, 0.4};
        double[][] matrix = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                matrix[i][j] = volatilities[i] * volatilities[j] * (i == j ? 1 : 0.6);
            }
        }

        assertArrayEquals(new double[] {4 / 7.0, 2 / 7.0, 1 / 7.0}, RiskParity.weights(Covariance.of(matrix)), 1e-9);
    }

    @SeededTest
    void every_asset_contributes_the_same_risk(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int assets = 1; assets <= 25; assets += 4) {
            Covariance covariance = random.covariance(assets);
            double[] weights = RiskParity.weights(covariance);

            Assert.arePortfolio(weights, Caps.none(assets));
            double share = covariance.variance(weights) / assets;
            for (int i = 0; i < assets; i++) {
                assertEquals(share, contribution(covariance, weights, i), 1e-9 * share);
            }
        }
    }

    @SeededTest
    void those_under_their_caps_contribute_the_same_and_the_capped_no_more(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int assets = 2; assets <= 18; assets += 4) {
            Covariance covariance = random.covariance(assets);
            Caps caps = random.caps(assets);
            double[] weights = RiskParity.weights(covariance, caps);

            Assert.arePortfolio(weights, caps);
            double share = 0;
            for (int i = 0; i < assets; i++) {
                share = Math.max(share, contribution(covariance, weights, i));
            }
            for (int i = 0; i < assets; i++) {
                boolean capped = weights[i] >= caps.get(i) * (1 - 1e-9);
                double contribution = contribution(covariance, weights, i);
                assertTrue(capped || contribution >= share * (1 - 1e-7), "asset " + i + " of " + assets);
            }
        }
    }

    private static double contribution(Covariance covariance, double[] weights, int asset) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += covariance.get(asset, j) * weights[j];
        }
        return weights[asset] * sum;
    }

    @SeededTest
    void no_other_portfolio_is_lower_in_the_function_that_risk_parity_minimises(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 8);
        Covariance covariance = random.covariance(assets);
        double[] weights = RiskParity.weights(covariance);
        double least = barrier(covariance, weights);
        for (int k = 0; k < 2_000; k++) {
            double[] other = k % 2 == 0 ? random.portfolio(Caps.none(assets)) : random.near(weights, Caps.none(assets));
            assertTrue(barrier(covariance, other) >= least - 1e-12, "portfolio " + k);
        }
    }

    /** Of scaled portfolios, ½ ln(variance) · n − Σ ln wᵢ: the least over all scales of ½x′Σx − Σ ln xᵢ. */
    private static double barrier(Covariance covariance, double[] weights) {
        double sum = 0.5 * weights.length * Math.log(covariance.variance(weights));
        for (double weight : weights) {
            sum -= Math.log(weight);
        }
        return sum;
    }

    @Test
    void caps_that_leave_no_choice_are_the_answer_and_a_cap_of_nothing_gives_nothing() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 4, 9);

        assertArrayEquals(new double[] {0.2, 0.3, 0.5}, RiskParity.weights(covariance, Caps.of(0.2, 0.3, 0.5)), 1e-12);
        assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0, 0}, RiskParity.weights(covariance, Caps.of(1, 1, 0)), 1e-9);
    }

    @Test
    void copies_of_an_asset_share_alike() {
        double[] weights = RiskParity.weights(Covariance.of(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}}));

        assertEquals(weights[0], weights[1], 1e-9);
        assertEquals(1 / (1 + Math.sqrt(2)), weights[2], 1e-9);
    }

    @Test
    void assets_that_cancel_each_other_out_have_no_answer() {
        Covariance hedge = Covariance.of(new double[][] {{1, -1}, {-1, 1}});

        Assert.refuses(Reason.NOT_CONVERGED, "cancel each other out", () -> RiskParity.weights(hedge));
    }

    @Test
    void an_asset_that_does_not_move_is_refused() {
        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "Asset 1 does not move",
                () -> RiskParity.weights(MinimumVarianceTest.diagonal(1, 0)));
        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "Asset 0 does not move",
                () -> InverseVolatility.weights(MinimumVarianceTest.diagonal(0, 1)));
    }

    @Test
    void caps_for_another_number_of_assets_are_refused() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 1);

        Assert.refuses(Reason.BAD_INPUT, "3 caps for 2 assets", () -> RiskParity.weights(covariance, Caps.none(3)));
        Assert.refuses(
                Reason.BAD_INPUT, "3 caps for 2 assets", () -> InverseVolatility.weights(covariance, Caps.none(3)));
    }

    @Test
    void inverse_volatility_knows_no_correlation_and_obeys_its_caps() {
        Covariance covariance = Covariance.of(new double[][] {{1, 1.5, 0}, {1.5, 4, 0}, {0, 0, 16}});

        assertArrayEquals(new double[] {4 / 7.0, 2 / 7.0, 1 / 7.0}, InverseVolatility.weights(covariance), 1e-12);
        assertArrayEquals(
                new double[] {0.4, 0.4, 0.2}, InverseVolatility.weights(covariance, Caps.each(3, 0.4)), 1e-12);
    }
}
