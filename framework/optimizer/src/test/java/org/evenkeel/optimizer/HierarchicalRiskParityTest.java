package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class HierarchicalRiskParityTest {
    @Test
    void two_assets_are_weighed_by_inverse_variance_whatever_their_correlation() {
        Covariance covariance = Covariance.of(new double[][] {{1, 1.2}, {1.2, 4}});

        assertArrayEquals(new double[] {0.8, 0.2}, HierarchicalRiskParity.weights(covariance), 1e-12);
    }

    @Test
    void those_that_move_alike_are_put_side_by_side() {
        // 0 and 2 are close, 1 and 3 are close: the halves are {0, 2} and {1, 3}, of the same variance each.
        Covariance covariance =
                Covariance.of(new double[][] {{1, 0, 0.9, 0}, {0, 4, 0, 3.6}, {0.9, 0, 1, 0}, {0, 3.6, 0, 4}});

        double share = 0.8;
        assertArrayEquals(
                new double[] {share / 2, (1 - share) / 2, share / 2, (1 - share) / 2},
                HierarchicalRiskParity.weights(covariance),
                1e-12);
    }

    /** The expected weights were computed with pandas 3.1 and a plain Python linkage from the same file. */
    @Test
    void twenty_real_stocks_are_weighed_as_an_independent_calculation_has_it() {
        Prices prices = Prices.of("us20-adjclose.csv");
        double[] expected = {
            0.037730782177, 0.004544705392, 0.019658367455, 0.017313753641, 0.022435512647, 0.042356081549,
            0.062496982347, 0.083033664187, 0.033201244313, 0.111476461104, 0.037089098868, 0.04345867429,
            0.034853660131, 0.118679389018, 0.067197886904, 0.099146745939, 0.006280341559, 0.05584880807,
            0.068783490653, 0.034414349757
        };

        assertArrayEquals(expected, HierarchicalRiskParity.weights(Covariance.sample(prices.returns())), 1e-11);
        assertArrayEquals(expected, HierarchicalRiskParity.weights(prices.returns(), Caps.none(20)), 1e-11);
    }

    @SeededTest
    void a_singular_covariance_is_no_trouble_and_neither_the_order_nor_the_unit_matters(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 15);
        double[][] returns = random.returns(random.between(3, 20), assets, 2);
        double[][] turned = new double[returns.length][assets];
        for (int row = 0; row < returns.length; row++) {
            for (int i = 0; i < assets; i++) {
                turned[row][assets - 1 - i] = 7 * returns[row][i];
            }
        }
        double[] weights = HierarchicalRiskParity.weights(Covariance.sample(returns));
        double[] others = HierarchicalRiskParity.weights(Covariance.sample(turned));

        Assert.arePortfolio(weights, Caps.none(assets));
        Assert.arePortfolio(others, Caps.none(assets));
        // The order decides which half an odd one out goes to, so only two assets and four of equal halves stay alike.
        if (assets == 2) {
            assertArrayEquals(weights, new double[] {others[1], others[0]}, 1e-12);
        }
    }

    @SeededTest
    void caps_are_obeyed(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 15);
        Caps caps = random.caps(assets);

        Assert.arePortfolio(HierarchicalRiskParity.weights(random.covariance(assets), caps), caps);
    }

    @Test
    void an_asset_that_does_not_move_is_refused() {
        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "Asset 1 does not move",
                () -> HierarchicalRiskParity.weights(MinimumVarianceTest.diagonal(1, 0)));
    }

    @Test
    void one_asset_gets_all() {
        assertArrayEquals(new double[] {1}, HierarchicalRiskParity.weights(MinimumVarianceTest.diagonal(4)));
    }
}
