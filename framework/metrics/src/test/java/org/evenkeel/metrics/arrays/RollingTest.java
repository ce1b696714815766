package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingTest {

    @ParameterizedTest(name = "window {0}, seed {1}")
    @CsvSource({"2,81", "3,82", "7,83", "30,84", "64,85", "99,86", "100,87"})
    void each_window_has_the_figures_of_its_own_returns(int window, long seed) {
        double[] returns = Curves.returns(seed, 100);
        double[] volatility = Rolling.volatility(returns, window, 252);
        double[] sharpe = Rolling.sharpe(returns, window, 252);
        assertEquals(100, sharpe.length);
        for (int i = 0; i < returns.length; i++) {
            if (i + 1 < window) {
                assertTrue(Double.isNaN(volatility[i]) && Double.isNaN(sharpe[i]));
                continue;
            }
            double[] own = Arrays.copyOfRange(returns, i + 1 - window, i + 1);
            double expected = Naive.standardDeviation(own) * Math.sqrt(252);
            assertEquals(expected, volatility[i], 1e-12);
            if (expected > 0) {
                double ratio = Naive.sharpe(own, 252);
                assertEquals(ratio, sharpe[i], 1e-9 * Math.max(1, Math.abs(ratio)));
            }
        }
    }

    @Test
    void a_flat_window_after_a_storm_has_exactly_no_spread() {
        double[] returns = new double[60];
        Arrays.setAll(returns, i -> i < 30 ? Math.pow(-1, i) * 1e3 / (i + 1) : 0);
        double[] volatility = Rolling.volatility(returns, 10, 365);
        double[] sharpe = Rolling.sharpe(returns, 10, 365);
        for (int i = 39; i < 60; i++) {
            assertEquals(0, volatility[i], 0);
            assertTrue(Double.isNaN(sharpe[i]));
        }
    }

    @Test
    void a_window_longer_than_the_returns_is_never_full() {
        assertTrue(Arrays.stream(Rolling.sharpe(new double[5], 6, 252)).allMatch(Double::isNaN));
        assertEquals(0, Rolling.sharpe(new double[0], 6, 252).length);
    }

    @Test
    void a_window_of_one_has_no_spread_and_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Rolling.sharpe(new double[5], 1, 252));
    }
}
