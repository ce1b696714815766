package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {

    @Test
    void a_return_is_the_change_over_the_value_before() {
        assertArrayEquals(new double[] {0.1, -0.5}, Returns.simple(new double[] {100, 110, 55}), 1e-15);
        assertEquals(0, Returns.simple(new double[] {100}).length);
        assertEquals(0, Returns.simple(new double[0]).length);
    }

    @Test
    void a_deposit_is_no_gain_and_a_withdrawal_no_loss() {
        double[] returns = Returns.timeWeighted(new double[] {100, 160, 80}, new double[] {100, 50, -80});
        assertArrayEquals(new double[] {0.1, 0}, returns, 1e-15);
    }

    @Test
    void a_return_on_a_debt_or_a_gain_on_nothing_is_undefined_but_nothing_on_nothing_is_zero() {
        double[] returns = Returns.simple(new double[] {10, 0, 0, 5, -5, 3});
        assertArrayEquals(new double[] {-1, 0, Double.NaN, -2, Double.NaN}, returns, 0);
    }

    @Test
    void money_put_into_an_empty_account_is_no_return() {
        double[] returns = Returns.timeWeighted(new double[] {0, 100, 110}, new double[] {0, 100, 0});
        assertArrayEquals(new double[] {0, 0.1}, returns, 1e-15);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void returns_growth_and_total_tell_the_same_story(long seed) {
        double[] equity = Curves.equity(seed, 200);
        double[] returns = Returns.simple(equity);
        double[] growth = Returns.growth(returns);
        assertArrayEquals(Naive.returns(equity), returns, 1e-14);
        for (int i = 0; i < equity.length; i++) {
            assertEquals(equity[i] / equity[0], growth[i], 1e-12 * growth[i]);
        }
        assertEquals(equity[199] / equity[0] - 1, Returns.total(returns), 1e-12);
        assertEquals(Naive.standardDeviation(returns), Returns.standardDeviation(returns), 1e-14);
        assertEquals(Naive.stability(equity), Returns.stability(equity), 1e-11);
    }

    @Test
    void doubling_in_two_years_is_a_growth_of_the_root_of_two_a_year() {
        assertEquals(Math.sqrt(2) - 1, Returns.cagr(1, 2), 1e-15);
        assertEquals(-1, Returns.cagr(-1, 2), 0);
        assertTrue(Double.isNaN(Returns.cagr(-1.5, 2)));
        assertTrue(Double.isNaN(Returns.cagr(0.1, 0)));
    }

    @Test
    void volatility_grows_with_the_root_of_the_periods() {
        double[] returns = {0.01, -0.01};
        assertEquals(Math.sqrt(0.0002) * 2, Returns.volatility(returns, 4), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Returns.volatility(returns, 0));
        assertThrows(IllegalArgumentException.class, () -> Returns.volatility(returns, Double.NaN));
    }

    @Test
    void steady_growth_is_perfectly_stable_and_no_movement_is_undefined() {
        assertEquals(1, Returns.stability(new double[] {1, 2, 4, 8, 16}), 1e-12);
        assertTrue(Double.isNaN(Returns.stability(new double[] {5, 5, 5, 5})));
        assertTrue(Double.isNaN(Returns.stability(new double[] {5, 4, 0})));
        assertTrue(Double.isNaN(Returns.stability(new double[] {5, 6})));
        assertTrue(Double.isNaN(Returns.stability(new double[] {0, 5, 6, 7})));
        assertEquals(1, Returns.stability(new double[] {5, 6, 9}), 1e-12);
    }

    @Test
    void columns_of_different_length_are_refused_with_both_lengths() {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> Returns.timeWeighted(new double[3], new double[2]));
        assertTrue(refusal.getMessage().contains("values has 3 values and flows has 2"), refusal.getMessage());
    }
}
