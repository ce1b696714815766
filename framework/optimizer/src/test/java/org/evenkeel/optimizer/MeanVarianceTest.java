package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class MeanVarianceTest {
    private static final int STEPS = 60;

    private static double[] rewards(RandomAssets random, int assets) {
        double[] rewards = new double[assets];
        for (int i = 0; i < assets; i++) {
            rewards[i] = 0.02 * random.uniform() - 0.004;
        }
        return rewards;
    }

    /** The best value of all portfolios of three assets on a grid between two bounds. */
    private static double bestOnGrid(
            double lower, double upper, Predicate<double[]> allowed, ToDoubleFunction<double[]> value) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                double a = lower + (upper - lower) * i / STEPS;
                double b = lower + (upper - lower) * j / STEPS;
                double[] weights = {a, b, 1 - a - b};
                if (weights[2] >= lower && weights[2] <= upper && allowed.test(weights)) {
                    best = Math.max(best, value.applyAsDouble(weights));
                }
            }
        }
        return best;
    }

    private static void assertBest(
            double[] weights,
            double lower,
            double upper,
            Predicate<double[]> allowed,
            ToDoubleFunction<double[]> value) {
        for (double weight : weights) {
            assertTrue(weight >= lower && weight <= upper, Arrays.toString(weights));
        }
        assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
        double best = bestOnGrid(lower, upper, allowed, value);
        double own = value.applyAsDouble(weights);
        assertTrue(own >= best - 1e-9 * Math.abs(best), own + " of " + Arrays.toString(weights) + " under " + best);
    }

    @SeededTest
    void no_portfolio_of_three_on_a_grid_is_better_at_anything(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Covariance covariance = random.covariance(3);
        double[] rewards = rewards(random, 3);
        double lower = seed % 2 == 0 ? 0 : -0.5;
        Limits limits = Limits.between(List.of("a", "b", "c"), lower, 1);
        MeanVariance portfolios = MeanVariance.of(rewards, covariance, limits);
        ToDoubleFunction<double[]> reward = weights -> Matrices.dot(rewards, weights);
        ToDoubleFunction<double[]> calm = weights -> -covariance.variance(weights);

        double[] calmest = portfolios.minimumVariance();
        assertBest(calmest, lower, 1, weights -> true, calm);
        assertBest(portfolios.maximumReturn(), lower, 1, weights -> true, reward);
        double aversion = 0.1 + 20 * random.uniform();
        assertBest(
                portfolios.maximumUtility(aversion),
                lower,
                1,
                weights -> true,
                weights -> reward.applyAsDouble(weights) - aversion / 2 * covariance.variance(weights));
        double target = 0.5 * (reward.applyAsDouble(calmest) + reward.applyAsDouble(portfolios.maximumReturn()));
        double[] efficient = portfolios.targetReturn(target);
        assertEquals(target, reward.applyAsDouble(efficient), 1e-12);
        assertBest(efficient, lower, 1, weights -> reward.applyAsDouble(weights) >= target, calm);
        double risk = Math.sqrt(covariance.variance(calmest)) * (1.01 + random.uniform());
        double[] bold = portfolios.targetRisk(risk);
        assertTrue(Math.sqrt(covariance.variance(bold)) <= risk * (1 + 1e-8));
        assertBest(bold, lower, 1, weights -> covariance.variance(weights) <= risk * risk, reward);
        if (reward.applyAsDouble(portfolios.maximumReturn()) > 0.001) {
            assertBest(
                    portfolios.maximumSharpe(0.001),
                    lower,
                    1,
                    weights -> true,
                    weights -> (reward.applyAsDouble(weights) - 0.001) / Math.sqrt(covariance.variance(weights)));
        }
    }

    @SeededTest
    void costs_of_turnover_and_prices_on_large_weights_are_weighed(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Covariance covariance = random.covariance(3);
        double[] rewards = rewards(random, 3);
        double[] present = random.portfolio(Caps.none(3));
        double rate = 0.01 * random.uniform();
        double factor = 0.001 * random.uniform();
        MeanVariance portfolios = MeanVariance.of(rewards, covariance, Limits.longOnly(3))
                .withTurnover(present, rate)
                .withL2(factor);
        ToDoubleFunction<double[]> squares = weights -> factor * Matrices.dot(weights, weights);
        ToDoubleFunction<double[]> cost = weights -> {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += rate * Math.abs(weights[i] - present[i]);
            }
            return sum;
        };
        ToDoubleFunction<double[]> net = weights -> Matrices.dot(rewards, weights) - cost.applyAsDouble(weights);

        assertBest(
                portfolios.minimumVariance(),
                0,
                1,
                weights -> true,
                weights ->
                        -covariance.variance(weights) - squares.applyAsDouble(weights) - cost.applyAsDouble(weights));
        assertBest(
                portfolios.maximumUtility(3),
                0,
                1,
                weights -> true,
                weights -> net.applyAsDouble(weights)
                        - squares.applyAsDouble(weights)
                        - 1.5 * covariance.variance(weights));
        if (Arrays.stream(rewards).max().orElseThrow() > 2 * rate) {
            assertBest(
                    portfolios.maximumSharpe(0),
                    0,
                    1,
                    weights -> true,
                    weights -> net.applyAsDouble(weights)
                            / Math.sqrt(covariance.variance(weights) + squares.applyAsDouble(weights)));
        }
        double risk = Math.sqrt(covariance.variance(MinimumVariance.weights(covariance))) * 1.2;
        assertBest(
                portfolios.targetRisk(risk),
                0,
                1,
                weights -> covariance.variance(weights) <= risk * risk,
                weights -> net.applyAsDouble(weights) - squares.applyAsDouble(weights));
    }

    @SeededTest
    void a_high_cost_of_turnover_leaves_the_portfolio_as_it_is(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 12);
        double[] present = random.portfolio(Caps.none(assets));
        MeanVariance portfolios = MeanVariance.of(
                        rewards(random, assets), random.covariance(assets), Limits.longOnly(assets))
                .withTurnover(present, 10);

        assertArrayEquals(present, portfolios.maximumUtility(1), 1e-9);
        assertArrayEquals(present, portfolios.minimumVariance(), 1e-9);
    }

    @SeededTest
    void sectors_are_obeyed_and_no_nearby_portfolio_that_obeys_them_is_calmer(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(6, 25);
        List<String> even = IntStream.range(0, assets)
                .filter(i -> i % 2 == 0)
                .mapToObj(Integer::toString)
                .toList();
        Covariance covariance = random.covariance(assets);
        Limits limits = Limits.longOnly(assets).withSector("even", even, 0.3, 0.35);
        double[] weights =
                MeanVariance.of(new double[assets], covariance, limits).minimumVariance();
        Assert.arePortfolio(weights, Caps.none(assets));
        double least = covariance.variance(weights);
        for (int k = 0; k < 1_000; k++) {
            double[] other = random.near(weights, Caps.none(assets));
            double sum = 0;
            for (int i = 0; i < assets; i += 2) {
                sum += other[i];
            }
            if (sum >= 0.3 && sum <= 0.35) {
                assertTrue(covariance.variance(other) >= least * (1 - 1e-9), "portfolio " + k);
            }
        }
    }

    @SeededTest
    void along_the_frontier_risk_rises_ever_faster_with_return(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 10);
        double[] rewards = rewards(random, assets);
        MeanVariance portfolios = MeanVariance.of(rewards, random.covariance(assets), Limits.longOnly(assets));

        List<Outlook> frontier =
                portfolios.frontier(12).stream().map(portfolios::outlook).toList();

        assertEquals(12, frontier.size());
        double most = Arrays.stream(rewards).max().orElseThrow();
        assertEquals(most, frontier.getLast().expectedReturn(), 1e-9);
        double slope = 0;
        for (int k = 1; k < 12; k++) {
            double rise = frontier.get(k).expectedReturn() - frontier.get(k - 1).expectedReturn();
            double more = frontier.get(k).volatility() - frontier.get(k - 1).volatility();
            assertEquals((most - frontier.getFirst().expectedReturn()) / 11, rise, 1e-9);
            if (rise > 1e-9) {
                assertTrue(more / rise >= slope - 1e-6, "point " + k);
                slope = more / rise;
            }
        }
    }

    @SeededTest
    void the_order_of_the_assets_and_the_unit_of_the_returns_do_not_matter(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 30);
        double[][] returns = random.returns(assets + 30, assets, 2);
        double[][] turned = new double[returns.length][assets];
        for (int row = 0; row < returns.length; row++) {
            for (int i = 0; i < assets; i++) {
                turned[row][assets - 1 - i] = 100 * returns[row][i];
            }
        }
        double[] plain = portfolio(returns);
        double[] other = portfolio(turned);
        for (int i = 0; i < assets; i++) {
            assertEquals(plain[i], other[assets - 1 - i], 1e-7, "asset " + i);
        }
    }

    private static double[] portfolio(double[][] returns) {
        double[] means = Returns.means(returns);
        double best = Arrays.stream(means).max().orElseThrow();
        return MeanVariance.of(means, Covariance.sample(returns), Limits.longOnly(means.length))
                .maximumSharpe(best - Math.abs(best) / 2);
    }

    /** As many assets as there are in an index, from a year of days and from less: the second is singular. */
    @Test
    void two_hundred_assets_are_solved_to_the_last_digits() {
        for (int rows : new int[] {252, 150, 20}) {
            Covariance covariance = Covariance.sample(new RandomAssets(rows).returns(rows, 200, 1));
            for (double lower : new double[] {0, -0.05}) {
                List<String> names = Limits.longOnly(200).assets();
                double[] weights = MeanVariance.of(new double[200], covariance, Limits.between(names, lower, 0.05))
                        .minimumVariance();
                double variance = covariance.variance(weights);
                double[] marginal = covariance.times(weights);
                double most = Double.NEGATIVE_INFINITY;
                double least = Double.POSITIVE_INFINITY;
                double alone = 0;
                for (int i = 0; i < 200; i++) {
                    most = weights[i] > lower ? Math.max(most, marginal[i]) : most;
                    least = weights[i] < 0.05 ? Math.min(least, marginal[i]) : least;
                    alone += covariance.get(i, i) * weights[i] * weights[i];
                }
                assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
                assertTrue(most - least <= 1e-9 * variance + 1e-9 * alone, rows + " rows: " + most + " over " + least);
            }
        }
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Covariance two = MinimumVarianceTest.diagonal(1, 2);
        MeanVariance portfolios = MeanVariance.of(new double[] {0.1, 0.2}, two, Limits.longOnly(2));

        Assert.refuses(Reason.BAD_INPUT, "L2 factor of -1.0", () -> portfolios.withL2(-1));
        Assert.refuses(
                Reason.BAD_INPUT, "rate of turnover of NaN", () -> portfolios.withTurnover(new double[2], Double.NaN));
        Assert.refuses(Reason.BAD_INPUT, "volatility of 0.0", () -> portfolios.targetRisk(0));
        Assert.refuses(Reason.BAD_INPUT, "risk aversion of 0.0", () -> portfolios.maximumUtility(0));
        Assert.refuses(Reason.BAD_INPUT, "frontier of 1", () -> portfolios.frontier(1));
        Assert.refuses(
                Reason.BAD_INPUT, "limits for 3 assets", () -> MeanVariance.of(new double[2], two, Limits.longOnly(3)));
        Assert.refuses(
                Reason.NOT_SEMIDEFINITE,
                "Covariance.repaired",
                () -> MeanVariance.of(
                        new double[2], Covariance.of(new double[][] {{1, 2}, {2, 1}}), Limits.longOnly(2)));
    }
}
