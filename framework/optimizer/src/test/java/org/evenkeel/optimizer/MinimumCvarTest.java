package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class MinimumCvarTest {
    private static final int PORTFOLIOS = 1_000;

    /** The least over a of a + mean(max(0, loss − a)) / tail, which Rockafellar and Uryasev define it by. */
    private static double byDefinition(double[] weights, double[][] returns, double tail) {
        double[] losses = Arrays.stream(returns)
                .mapToDouble(row -> -Matrices.dot(row, weights))
                .toArray();
        return Arrays.stream(losses)
                .map(a -> a
                        + Arrays.stream(losses)
                                        .map(loss -> Math.max(0, loss - a))
                                        .average()
                                        .orElseThrow()
                                / tail)
                .min()
                .orElseThrow();
    }

    @SeededTest
    void the_mean_of_the_worst_is_the_one_by_definition(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(random.between(2, 60), 3, 1);
        double[] weights = random.portfolio(Caps.none(3));
        for (double tail : new double[] {0.01, 0.05, 0.33, 0.9}) {
            assertEquals(-byDefinition(weights, returns, tail), MinimumCvar.meanOfWorst(weights, returns, tail), 1e-12);
        }
    }

    @SeededTest
    void no_other_portfolio_within_the_limits_is_less_bad(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(2, 8);
        double[][] returns = random.returns(random.between(5, 150), assets, 2);
        double tail = 0.02 + 0.5 * random.uniform();
        Caps caps = random.caps(assets);

        double[] weights = MinimumCvar.weights(returns, tail, Limits.of(caps));

        Assert.arePortfolio(weights, caps);
        double best = MinimumCvar.meanOfWorst(weights, returns, tail);
        for (int k = 0; k < PORTFOLIOS; k++) {
            double[] other = k % 2 == 0 ? random.portfolio(caps) : random.near(weights, caps);
            assertTrue(MinimumCvar.meanOfWorst(other, returns, tail) <= best + 1e-8, "portfolio " + k);
        }
    }

    @SeededTest
    void the_target_is_reached_and_no_other_portfolio_that_reaches_it_is_less_bad(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(3, 7);
        double[][] returns = random.returns(100, assets, 1);
        double[] means = Returns.means(returns);
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        double target = (sorted[assets - 1] + sorted[assets - 2]) / 2;
        Limits limits = Limits.longOnly(assets);

        double[] weights = MinimumCvar.targetReturn(returns, 0.1, limits, means, target);

        Assert.arePortfolio(weights, Caps.none(assets));
        assertTrue(Matrices.dot(weights, means) >= target - 1e-12);
        double best = MinimumCvar.meanOfWorst(weights, returns, 0.1);
        for (int k = 0; k < PORTFOLIOS; k++) {
            double[] other = random.near(weights, Caps.none(assets));
            if (Matrices.dot(other, means) >= target) {
                assertTrue(MinimumCvar.meanOfWorst(other, returns, 0.1) <= best + 1e-8, "portfolio " + k);
            }
        }
    }

    @Test
    void a_tail_of_one_row_makes_the_worst_row_the_least_bad() {
        // Row 0 hurts the first, row 1 the second: half of each loses 5 in either.
        double[][] returns = {{-0.1, 0}, {0, -0.1}, {0.3, 0.2}, {0.1, 0.1}};

        double[] weights = MinimumCvar.weights(returns, 0.25, Limits.longOnly(2));

        assertArrayEquals(new double[] {0.5, 0.5}, weights, 1e-9);
        assertEquals(-0.05, MinimumCvar.meanOfWorst(weights, returns, 0.25), 1e-12);
    }

    @SeededTest
    void debts_are_made_where_bounds_allow_them(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(80, 4, 1);
        List<String> names = List.of("a", "b", "c", "d");
        double longOnly =
                MinimumCvar.meanOfWorst(MinimumCvar.weights(returns, 0.1, Limits.longOnly(names)), returns, 0.1);
        double[] free = MinimumCvar.weights(returns, 0.1, Limits.between(names, -1, 2));

        assertEquals(1, Arrays.stream(free).sum(), 1e-12);
        assertTrue(MinimumCvar.meanOfWorst(free, returns, 0.1) >= longOnly - 1e-9);
    }

    @Test
    void what_cannot_be_is_refused() {
        double[][] returns = {{0.1, 0.2}, {0.1, 0.1}};
        Limits limits = Limits.longOnly(2);

        Assert.refuses(Reason.BAD_INPUT, "tail of 1.0", () -> MinimumCvar.weights(returns, 1, limits));
        Assert.refuses(
                Reason.BAD_INPUT, "limits for 3 assets", () -> MinimumCvar.weights(returns, 0.1, Limits.longOnly(3)));
        Assert.refuses(
                Reason.INFEASIBLE_LIMITS,
                "target return 0.9",
                () -> MinimumCvar.targetReturn(returns, 0.1, limits, new double[] {0.1, 0.2}, 0.9));
    }
}
