package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class BlackLittermanTest {
    /** Australia, Canada, France, Germany, Japan, United Kingdom, United States, as He and Litterman (1999) give them. */
    private static final double[] VOLATILITIES = {0.160, 0.203, 0.248, 0.271, 0.210, 0.200, 0.187};

    private static final double[][] CORRELATIONS = {
        {1},
        {0.488, 1},
        {0.478, 0.664, 1},
        {0.515, 0.655, 0.861, 1},
        {0.439, 0.310, 0.355, 0.354, 1},
        {0.512, 0.608, 0.783, 0.777, 0.405, 1},
        {0.491, 0.779, 0.668, 0.653, 0.306, 0.652, 1}
    };
    private static final double[] MARKET = {0.016, 0.022, 0.052, 0.055, 0.116, 0.124, 0.615};

    private static Covariance countries() {
        double[][] matrix = new double[7][7];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = CORRELATIONS[i][j] * VOLATILITIES[i] * VOLATILITIES[j];
                matrix[j][i] = matrix[i][j];
            }
        }
        return Covariance.of(matrix);
    }

    @Test
    void the_market_of_he_and_litterman_implies_the_returns_that_they_print() {
        double[] implied = BlackLitterman.impliedReturns(MARKET, countries(), 2.5);

        assertArrayEquals(new double[] {0.039, 0.069, 0.084, 0.090, 0.043, 0.068, 0.076}, implied, 6e-4);
    }

    @Test
    void germany_over_the_rest_of_europe_gives_the_returns_that_they_print() {
        double[] implied = BlackLitterman.impliedReturns(MARKET, countries(), 2.5);
        double[] picks = {0, 0, -0.052 / 0.176, 1, 0, -0.124 / 0.176, 0};
        View view = new View(picks, 0.05, OptionalDouble.empty(), OptionalDouble.empty());

        BlackLitterman after = BlackLitterman.posterior(implied, countries(), List.of(view), 0.05);

        assertArrayEquals(
                new double[] {0.043, 0.076, 0.093, 0.110, 0.045, 0.070, 0.081}, after.expectedReturns(), 6e-4);
    }

    @SeededTest
    void one_asset_is_a_mean_weighed_by_precision(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double variance = 0.01 + random.uniform();
        double prior = random.uniform();
        double said = random.uniform();
        double error = 0.001 + random.uniform();
        View view = View.absolute(1, 0, said).withVariance(error);

        BlackLitterman after = BlackLitterman.posterior(
                new double[] {prior}, Covariance.of(new double[][] {{variance}}), List.of(view), 0.1);

        double precision = 1 / (0.1 * variance) + 1 / error;
        assertEquals((prior / (0.1 * variance) + said / error) / precision, after.expectedReturns()[0], 1e-12);
        assertEquals(variance + 1 / precision, after.covariance().get(0, 0), 1e-12);
    }

    @SeededTest
    void views_one_after_another_are_worth_the_same_as_all_at_once(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Covariance covariance = random.covariance(4);
        double[] prior = {0.01, 0.02, 0.03, 0.04};
        View first = View.absolute(4, 1, 0.05).withVariance(1e-5);
        View second = View.relative(4, 2, 3, 0.01).withVariance(2e-5);
        BlackLitterman both = BlackLitterman.posterior(prior, covariance, List.of(first, second), 0.05);

        // The second view meets what is still unsure after the first: the posterior's covariance beyond the prior's.
        BlackLitterman one = BlackLitterman.posterior(prior, covariance, List.of(first), 0.05);
        double[][] unsure = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                unsure[i][j] = one.covariance().get(i, j) - covariance.get(i, j);
            }
        }
        BlackLitterman two = BlackLitterman.posterior(one.expectedReturns(), Covariance.of(unsure), List.of(second), 1);

        assertArrayEquals(both.expectedReturns(), two.expectedReturns(), 1e-10);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double mixed = covariance.get(i, j) + two.covariance().get(i, j) - unsure[i][j];
                assertEquals(both.covariance().get(i, j), mixed, 1e-12);
            }
        }
    }

    @SeededTest
    void a_view_beyond_doubt_comes_true_one_without_confidence_is_not_heard(long seed) {
        Covariance covariance = new RandomAssets(seed).covariance(3);
        double[] prior = {0.01, 0.02, 0.03};
        View view = View.relative(3, 0, 2, 0.07);

        double[] sure = BlackLitterman.posterior(prior, covariance, List.of(view.withConfidence(1)), 0.05)
                .expectedReturns();
        double[] half = BlackLitterman.posterior(prior, covariance, List.of(view.withConfidence(0.5)), 0.05)
                .expectedReturns();
        double[] usual =
                BlackLitterman.posterior(prior, covariance, List.of(view), 0.05).expectedReturns();
        double[] none = BlackLitterman.posterior(prior, covariance, List.of(view.withConfidence(0)), 0.05)
                .expectedReturns();

        assertEquals(0.07, sure[0] - sure[2], 1e-12);
        assertArrayEquals(usual, half, 1e-12);
        assertEquals((-0.02 + 0.07) / 2, half[0] - half[2], 1e-12);
        assertArrayEquals(prior, none);
    }

    @Test
    void without_views_the_prior_stands_and_the_covariance_knows_that_it_is_unsure() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 4);
        BlackLitterman after = BlackLitterman.posterior(new double[] {0.1, 0.2}, covariance, List.of(), 0.05);

        assertArrayEquals(new double[] {0.1, 0.2}, after.expectedReturns());
        assertEquals(4.2, after.covariance().get(1, 1), 1e-12);
    }

    @Test
    void the_market_portfolio_is_the_best_for_the_returns_that_it_implies() {
        double[] implied = BlackLitterman.impliedReturns(MARKET, countries(), 2.5);

        assertArrayEquals(MARKET, MaximumSharpe.weights(implied, countries()), 1e-6);
        assertEquals(3, BlackLitterman.marketAversion(0.12, 0.04), 1e-12);
    }

    @Test
    void what_is_no_view_and_no_market_is_refused() {
        Covariance two = MinimumVarianceTest.diagonal(1, 1);
        double[] prior = {0, 0};
        View sure = View.absolute(2, 0, 0.1).withConfidence(1);

        Assert.refuses(
                Reason.BAD_INPUT,
                "confidence of 1.5",
                () -> View.absolute(2, 0, 0.1).withConfidence(1.5));
        Assert.refuses(Reason.BAD_INPUT, "about no asset", () -> View.relative(2, 1, 1, 0.1));
        Assert.refuses(Reason.BAD_INPUT, "variance of -1.0", () -> sure.withVariance(-1));
        Assert.refuses(
                Reason.BAD_INPUT,
                "3 picks of a view for 2 assets",
                () -> BlackLitterman.posterior(prior, two, List.of(View.absolute(3, 0, 1)), 0.05));
        Assert.refuses(Reason.BAD_INPUT, "tau of 0.0", () -> BlackLitterman.posterior(prior, two, List.of(), 0));
        Assert.refuses(
                Reason.BAD_INPUT,
                "beyond doubt",
                () -> BlackLitterman.posterior(prior, two, List.of(sure, sure), 0.05));
        Assert.refuses(
                Reason.BAD_INPUT, "make no market", () -> BlackLitterman.impliedReturns(new double[] {0, 0}, two, 2));
        Assert.refuses(Reason.BAD_INPUT, "no aversion", () -> BlackLitterman.marketAversion(-0.1, 1));
    }

    @Test
    void a_view_keeps_what_it_was_made_of() {
        double[] picks = {1, 0};
        View view = new View(picks, 0.1, OptionalDouble.empty(), OptionalDouble.empty());
        picks[0] = 5;

        assertTrue(view.picks()[0] == 1);
    }
}
