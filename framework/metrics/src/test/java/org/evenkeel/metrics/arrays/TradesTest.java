package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradesTest {

    private static final double[] PROFITS = {30, -10, 0, 50, -20};

    @Test
    void a_profit_of_zero_is_neither_win_nor_loss() {
        assertEquals(0.4, Trades.winRate(PROFITS), 1e-15);
        assertEquals(40, Trades.averageWin(PROFITS), 1e-15);
        assertEquals(-15, Trades.averageLoss(PROFITS), 1e-15);
        assertEquals(80.0 / 30, Trades.profitFactor(PROFITS), 1e-15);
        assertEquals(10, Trades.expectancy(PROFITS), 1e-15);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72})
    void system_quality_is_the_mean_over_its_standard_error(long seed) {
        double[] profits =
                Arrays.stream(Curves.returns(seed, 60)).map(r -> r * 1e4).toArray();
        double error = Naive.standardDeviation(profits) / Math.sqrt(60);
        assertEquals(Naive.mean(profits) / error, Trades.systemQuality(profits), 1e-10);
    }

    @Test
    void what_is_undefined_is_nan() {
        double[] none = {};
        assertTrue(Double.isNaN(Trades.winRate(none)));
        assertTrue(Double.isNaN(Trades.expectancy(none)));
        assertTrue(Double.isNaN(Trades.profitFactor(new double[] {5, 6})));
        assertTrue(Double.isNaN(Trades.averageLoss(new double[] {5, 6})));
        assertTrue(Double.isNaN(Trades.averageWin(new double[] {-5})));
        assertTrue(Double.isNaN(Trades.systemQuality(new double[] {5})));
        assertTrue(Double.isNaN(Trades.systemQuality(new double[] {5, 5, 5})));
    }

    @Test
    void only_losses_make_a_profit_factor_of_zero() {
        assertEquals(0, Trades.profitFactor(new double[] {-5, -6}), 0);
        assertEquals(0, Trades.winRate(new double[] {-5, -6}), 0);
    }
}
