package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void one_pass_gives_the_moments_of_many_passes(long seed) {
        double[] values = Curves.returns(seed, 300);
        Moments moments = Moments.of(values);
        double variance = Naive.moment(values, 2);
        assertEquals(300, moments.count());
        assertEquals(Naive.mean(values), moments.mean(), 1e-16);
        assertEquals(Naive.standardDeviation(values), moments.standardDeviation(), 1e-14);
        assertEquals(Naive.moment(values, 3) / Math.pow(variance, 1.5), moments.skew(), 1e-9);
        assertEquals(Naive.moment(values, 4) / (variance * variance), moments.rawKurtosis(), 1e-9);
        assertEquals(moments.rawKurtosis() - 3, moments.excessKurtosis(), 0);
    }

    @Test
    void a_die_has_the_moments_that_are_in_every_textbook() {
        Moments die = Moments.of(new double[] {1, 2, 3, 4, 5, 6});
        assertEquals(3.5, die.mean(), 1e-15);
        assertEquals(Math.sqrt(17.5 / 5), die.standardDeviation(), 1e-15);
        assertEquals(0, die.skew(), 1e-15);
        assertEquals(303.0 / 175, die.rawKurtosis(), 1e-14);
    }

    @Test
    void a_large_offset_does_not_cost_the_spread_its_digits() {
        double[] values = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
        assertEquals(Math.sqrt(5.0 / 3), Moments.of(values).standardDeviation(), 1e-9);
    }

    @Test
    void two_values_are_enough_for_a_spread() {
        assertEquals(Math.sqrt(2), Moments.of(new double[] {1, 3}).standardDeviation(), 1e-15);
        assertEquals(2 / Math.sqrt(2), Ratios.sharpe(new double[] {1, 3}, 1), 1e-15);
    }

    @Test
    void rounding_is_judged_by_the_size_of_what_is_rounded() {
        double ulp = Math.ulp(1e6);
        assertFalse(Moments.of(new double[] {1e6, 1e6 + ulp, 1e6}).varies());
        assertTrue(Moments.of(new double[] {0, ulp, 0}).varies());
        assertFalse(Moments.of(new double[] {0, 1e-15, 0}).varies());
    }

    @Test
    void what_is_undefined_is_nan() {
        assertTrue(Double.isNaN(new Moments().mean()));
        assertTrue(Double.isNaN(Moments.of(new double[] {1}).standardDeviation()));
        assertTrue(Double.isNaN(Moments.of(new double[] {2, 2, 2}).skew()));
        assertTrue(Double.isNaN(Moments.of(new double[] {2, 2, 2}).rawKurtosis()));
    }

    @Test
    void the_rounding_of_a_constant_growth_is_not_a_movement() {
        double[] value = new double[400];
        Arrays.setAll(value, i -> 10_000 * Math.pow(1.001, i));
        double[] returns = Returns.simple(value);
        assertTrue(Arrays.stream(returns).distinct().count() > 1, "the example must hold rounding to prove anything");
        assertFalse(Moments.of(returns).varies());
        assertTrue(Double.isNaN(Ratios.sharpe(returns, 252)));
    }
}
