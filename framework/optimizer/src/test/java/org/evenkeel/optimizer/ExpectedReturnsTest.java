package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class ExpectedReturnsTest {
    private static final double[][] RETURNS = {{0.1, -0.5}, {-0.1, 1}, {0.2, 0.5}};

    @Test
    void compound_growth_is_that_of_the_price() {
        // 1.1 × 0.9 × 1.2 = 1.188 and 0.5 × 2 × 1.5 = 1.5 over three periods of twelve.
        assertArrayEquals(
                new double[] {Math.pow(1.188, 4) - 1, Math.pow(1.5, 4) - 1},
                ExpectedReturns.compound(RETURNS, 12),
                1e-12);
    }

    @Test
    void the_arithmetic_mean_is_taken_as_often_as_there_are_periods() {
        assertArrayEquals(new double[] {0.8, 4}, ExpectedReturns.mean(RETURNS, 12), 1e-12);
    }

    @Test
    void recent_rows_count_more_in_the_exponential_mean() {
        // A span of 3 halves the weight with each row into the past: 1/7, 2/7, 4/7.
        double mean = (0.1 - 2 * 0.1 + 4 * 0.2) / 7;
        assertEquals(Math.pow(1 + mean, 12) - 1, ExpectedReturns.exponential(RETURNS, 3, 12)[0], 1e-12);
        assertEquals(Math.pow(1.2, 12) - 1, ExpectedReturns.exponential(RETURNS, 1, 12)[0], 1e-12);
    }

    @SeededTest
    void a_span_without_end_makes_it_the_plain_mean(long seed) {
        double[][] returns = new RandomAssets(seed).returns(40, 3, 1);
        double[] exponential = ExpectedReturns.exponential(returns, 1e9, 12);
        double[] means = Returns.means(returns);
        for (int i = 0; i < 3; i++) {
            assertEquals(Math.pow(1 + means[i], 12) - 1, exponential[i], 1e-6);
        }
    }

    @SeededTest
    void the_market_itself_is_expected_to_return_what_it_did_and_what_does_not_move_the_risk_free(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(60, 4, 1);
        double[] market = new double[60];
        for (int row = 0; row < 60; row++) {
            market[row] = returns[row][0];
            returns[row][1] = 0.5 * market[row] + 0.01;
            returns[row][2] = 0.003;
        }
        double[] expected = ExpectedReturns.capm(returns, market, 252, 0.02);

        double growth = ExpectedReturns.compound(returns, 252)[0];
        assertEquals(growth, expected[0], 1e-9 * Math.max(1, Math.abs(growth)));
        assertEquals(0.02 + 0.5 * (growth - 0.02), expected[1], 1e-9 * Math.max(1, Math.abs(growth)));
        assertEquals(0.02, expected[2], 1e-9 * Math.max(1, Math.abs(growth)));
    }

    @SeededTest
    void the_mean_of_all_is_the_market_where_none_is_given(long seed) {
        double[][] returns = new RandomAssets(seed).returns(30, 3, 1);
        double[] market = new double[30];
        for (int row = 0; row < 30; row++) {
            market[row] = (returns[row][0] + returns[row][1] + returns[row][2]) / 3;
        }

        assertArrayEquals(
                ExpectedReturns.capm(returns, market, 12, 0.01), ExpectedReturns.capm(returns, 12, 0.01), 1e-12);
    }

    @Test
    void an_asset_is_judged_by_the_rows_that_it_has() {
        double[][] gaps = {{Double.NaN, -0.5}, {0.1, 1}, {-0.2, Double.NaN}, {0.3, 0.5}};
        double[][] first = {{0.1}, {-0.2}, {0.3}};

        assertEquals(ExpectedReturns.compound(first, 4)[0], ExpectedReturns.compound(gaps, 4)[0], 1e-15);
        assertEquals(ExpectedReturns.mean(first, 4)[0], ExpectedReturns.mean(gaps, 4)[0], 1e-15);
        assertEquals(ExpectedReturns.exponential(first, 2, 4)[0], ExpectedReturns.exponential(gaps, 2, 4)[0], 1e-15);
    }

    @Test
    void what_cannot_be_judged_is_refused() {
        double[][] none = {{Double.NaN}, {Double.NaN}};
        double[][] ruined = {{-1.5}};

        Assert.refuses(Reason.BAD_INPUT, "Asset 0 has no return", () -> ExpectedReturns.mean(none, 12));
        Assert.refuses(Reason.BAD_INPUT, "loses more than all", () -> ExpectedReturns.compound(ruined, 12));
        Assert.refuses(Reason.BAD_INPUT, "0.0 periods a year", () -> ExpectedReturns.mean(RETURNS, 0));
        Assert.refuses(Reason.BAD_INPUT, "span of 0.5", () -> ExpectedReturns.exponential(RETURNS, 0.5, 12));
        Assert.refuses(Reason.BAD_INPUT, "does not move", () -> ExpectedReturns.capm(RETURNS, new double[3], 12, 0));
        Assert.refuses(Reason.BAD_INPUT, "has 2 returns", () -> ExpectedReturns.capm(RETURNS, new double[2], 12, 0));
    }
}
