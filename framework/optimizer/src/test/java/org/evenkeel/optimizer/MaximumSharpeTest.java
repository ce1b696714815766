package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class MaximumSharpeTest {
    private static final int PORTFOLIOS = 2_000;

    @Test
    void uncorrelated_assets_are_weighed_by_return_over_variance_and_losers_left_out() {
        double[] weights =
                MaximumSharpe.weights(new double[] {0.02, 0.01, -0.01}, MinimumVarianceTest.diagonal(0.04, 0.01, 0.01));

        assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0, 0}, weights, 1e-12);
    }

    @SeededTest
    void two_assets_follow_the_closed_form(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 100; k++) {
            double a = 0.05 + random.uniform();
            double b = 0.05 + random.uniform();
            double c = a * b * (1.9 * random.uniform() - 0.95);
            double[] returns = {0.01 + random.uniform(), 0.01 + random.uniform()};
            double first = Math.max(0, returns[0] * b * b - returns[1] * c);
            double second = Math.max(0, returns[1] * a * a - returns[0] * c);

            double[] weights = MaximumSharpe.weights(returns, Covariance.of(new double[][] {{a * a, c}, {c, b * b}}));

            assertArrayEquals(
                    new double[] {first / (first + second), second / (first + second)}, weights, 1e-8, "case " + k);
        }
    }

    @SeededTest
    void no_other_portfolio_within_the_caps_has_a_better_ratio(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int assets = 2; assets <= 10; assets += 4) {
            double[][] returns = random.returns(assets + 40, assets, 3);
            Covariance covariance = Covariance.ledoitWolf(returns);
            double[] means =
                    Arrays.stream(Returns.means(returns)).map(Math::abs).toArray();
            means[0] = -means[0];
            Caps caps = random.caps(assets);
            if (-caps.leastSum(Arrays.stream(means).map(mean -> -mean).toArray()) <= 0) {
                continue;
            }
            double[] weights = MaximumSharpe.weights(means, covariance, caps);
            Assert.arePortfolio(weights, caps);
            double best = ratio(means, covariance, weights);
            for (int k = 0; k < PORTFOLIOS; k++) {
                double[] other = k % 2 == 0 ? random.portfolio(caps) : random.near(weights, caps);
                assertTrue(ratio(means, covariance, other) <= best * (1 + 1e-8), assets + " assets, portfolio " + k);
            }
        }
    }

    private static double ratio(double[] means, Covariance covariance, double[] weights) {
        return Matrices.dot(means, weights) / Math.sqrt(covariance.variance(weights));
    }

    @SeededTest
    void neither_the_unit_of_the_returns_nor_that_of_the_risk_matters(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(60, 5, 1);
        double[] means = Arrays.stream(Returns.means(returns)).map(Math::abs).toArray();
        Covariance covariance = Covariance.sample(returns);
        double[][] scaled = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                scaled[i][j] = 1e-8 * covariance.get(i, j);
            }
        }

        assertArrayEquals(
                MaximumSharpe.weights(means, covariance),
                MaximumSharpe.weights(
                        Arrays.stream(means).map(mean -> 1e5 * mean).toArray(), Covariance.of(scaled)),
                1e-7);
    }

    @SeededTest
    void equal_expected_returns_make_it_the_minimum_variance(long seed) {
        Covariance covariance = new RandomAssets(seed).covariance(6);
        double[] same = new double[6];
        Arrays.fill(same, 0.003);

        assertArrayEquals(MinimumVariance.weights(covariance), MaximumSharpe.weights(same, covariance), 1e-7);
    }

    @Test
    void without_any_positive_return_there_is_no_best_ratio() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 1);

        Assert.refuses(
                Reason.NO_POSITIVE_RETURN,
                "use the minimum variance, or hold cash",
                () -> MaximumSharpe.weights(new double[] {-0.1, 0}, covariance));
        Assert.refuses(
                Reason.NO_POSITIVE_RETURN,
                "within the limits",
                () -> MaximumSharpe.weights(new double[] {0.1, -0.3}, covariance, Caps.of(0.5, 1)));
    }

    @Test
    void the_only_asset_that_gains_gets_all_that_its_cap_allows() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 1, 1);
        double[] returns = {0.1, -0.01, -0.2};

        assertArrayEquals(new double[] {1, 0, 0}, MaximumSharpe.weights(returns, covariance), 1e-9);
        assertArrayEquals(
                new double[] {0.6, 0.4, 0}, MaximumSharpe.weights(returns, covariance, Caps.of(0.6, 1, 1)), 1e-9);
    }

    @Test
    void bad_returns_are_refused() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 1);

        Assert.refuses(
                Reason.BAD_INPUT,
                "asset 1 in the expected returns is NaN",
                () -> MaximumSharpe.weights(new double[] {0.1, Double.NaN}, covariance));
        Assert.refuses(
                Reason.BAD_INPUT,
                "1 expected returns for 2 assets",
                () -> MaximumSharpe.weights(new double[] {0.1}, covariance));
        Assert.refuses(
                Reason.BAD_INPUT,
                "3 caps for 2 assets",
                () -> MaximumSharpe.weights(new double[] {0.1, 0.2}, covariance, Caps.none(3)));
    }

    @Test
    void of_two_assets_that_move_alike_the_one_that_earns_more_gets_all() {
        Covariance twins = Covariance.of(new double[][] {{1, 1}, {1, 1}});

        assertArrayEquals(new double[] {0, 1}, MaximumSharpe.weights(new double[] {0.1, 0.2}, twins), 1e-9);
        assertArrayEquals(new double[] {0.5, 0.5}, MaximumSharpe.weights(new double[] {0.1, 0.1}, twins), 1e-6);
    }

    @Test
    void a_gain_without_risk_is_refused() {
        double[] returns = {0.1, 0.2};

        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "no risk at all",
                () -> MaximumSharpe.weights(returns, MinimumVarianceTest.diagonal(1, 0)));
        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "no risk at all",
                () -> MaximumSharpe.weights(returns, Covariance.of(new double[][] {{1, -1}, {-1, 1}})));
    }

    @SeededTest
    void an_asset_without_risk_and_excess_return_is_left_out_where_the_caps_allow_it(long seed) {
        double[][] returns = new RandomAssets(seed).returns(60, 4, 1);
        double[] means = Arrays.stream(Returns.means(returns)).map(Math::abs).toArray();
        Covariance covariance = Covariance.sample(returns);
        double[] alone = MaximumSharpe.weights(means, covariance);

        for (double excess : new double[] {0, -1e-13, -1e-3}) {
            double[] all = Arrays.copyOf(means, 5);
            all[4] = excess;
            double[] weights = MaximumSharpe.weights(all, withStill(covariance));
            assertArrayEquals(Arrays.copyOf(alone, 5), weights, 1e-7, "excess " + excess);
        }
    }

    @Test
    void caps_that_bend_the_best_mix_let_an_asset_without_risk_take_what_is_left() {
        double[] returns = {0.08, 0.02, 0};

        double[] weights = MaximumSharpe.weights(returns, MinimumVarianceTest.diagonal(1, 1, 0), Caps.of(0.5, 1, 1));

        assertArrayEquals(new double[] {0.5, 0.125, 0.375}, weights, 1e-7, "4 to 1 is the best ratio there is");
    }

    @Test
    void where_debts_are_allowed_none_is_made_in_an_asset_that_neither_moves_nor_earns() {
        MeanVariance portfolios = MeanVariance.of(
                new double[] {0.1, 0.04, 0.02},
                MinimumVarianceTest.diagonal(1, 1, 0),
                Limits.between(List.of("a", "b", "cash"), -0.5, 1));

        assertArrayEquals(new double[] {0.8, 0.2, 0}, portfolios.maximumSharpe(0.02), 1e-7);
    }

    @Test
    void an_asset_that_neither_moves_nor_earns_is_held_as_far_as_the_limits_demand() {
        MeanVariance portfolios = MeanVariance.of(
                new double[] {0.08, 0.02, 0},
                MinimumVarianceTest.diagonal(1, 1, 0),
                Limits.longOnly(List.of("a", "b", "cash")).withWeight("cash", 0.1, 1));

        assertArrayEquals(new double[] {0.72, 0.18, 0.1}, portfolios.maximumSharpe(0), 1e-7);
    }

    private static Covariance withStill(Covariance covariance) {
        int size = covariance.size();
        double[][] matrix = new double[size + 1][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = covariance.get(i, j);
            }
        }
        return Covariance.of(matrix);
    }

    @Test
    void an_asset_that_gains_without_risk_is_named() {
        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "Asset 1 does not move (its variance is 0)",
                () -> MaximumSharpe.weights(new double[] {0.1, 0.2}, MinimumVarianceTest.diagonal(1, 0)));
    }
}
