package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatiosTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45})
    void ratios_agree_with_their_textbook_form(long seed) {
        double[] returns = Curves.returns(seed, 200);
        assertEquals(Naive.sharpe(returns, 252), Ratios.sharpe(returns, 252), 1e-10);
        assertEquals(Naive.sortino(returns, 252), Ratios.sortino(returns, 0, 252), 1e-10);
        assertEquals(Naive.omega(returns), Ratios.omega(returns, 0), 1e-10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {46, 47})
    void a_risk_free_rate_is_taken_off_every_return(long seed) {
        double[] returns = Curves.returns(seed, 100);
        double[] excess = Arrays.stream(returns).map(r -> r - 0.0004).toArray();
        assertEquals(Ratios.sharpe(excess, 365), Ratios.sharpe(returns, 0.0004, 365), 1e-10);
        assertEquals(Ratios.sortino(excess, 0, 365), Ratios.sortino(returns, 0.0004, 365), 1e-10);
        assertEquals(Ratios.omega(excess, 0), Ratios.omega(returns, 0.0004), 1e-10);
    }

    @Test
    void downside_deviation_divides_by_all_periods() {
        assertEquals(Math.sqrt(0.0025 / 4), Ratios.downsideDeviation(new double[] {0.1, -0.03, -0.04, 0.2}, 0), 1e-15);
    }

    @Test
    void what_is_undefined_is_nan() {
        double[] rising = {0.1, 0.2, 0.3};
        assertTrue(Double.isNaN(Ratios.sharpe(new double[] {0.1}, 252)));
        assertTrue(Double.isNaN(Ratios.sharpe(new double[] {0.1, 0.1}, 252)));
        assertTrue(Double.isNaN(Ratios.sortino(rising, 0, 252)));
        assertTrue(Double.isNaN(Ratios.sortino(new double[0], 0, 252)));
        assertTrue(Double.isNaN(Ratios.omega(rising, 0)));
        assertTrue(Double.isNaN(Ratios.calmar(0.1, 0)));
        assertTrue(Double.isNaN(Ratios.calmar(0.1, Double.NaN)));
    }

    @Test
    void periods_per_year_must_be_a_positive_number_everywhere() {
        double[] r = {0.1, -0.1};
        assertThrows(IllegalArgumentException.class, () -> Ratios.sharpe(r, 0));
        assertThrows(IllegalArgumentException.class, () -> Ratios.sortino(r, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> Rolling.sharpe(r, 2, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Benchmark.alpha(r, r, 1, 0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Benchmark.upCapture(r, r, 0));
    }

    @Test
    void calmar_is_growth_over_depth() {
        assertEquals(0.5, Ratios.calmar(0.1, -0.2), 1e-15);
    }
}
