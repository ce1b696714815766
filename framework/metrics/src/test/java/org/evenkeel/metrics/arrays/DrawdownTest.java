package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawdownTest {

    @Test
    void the_deepest_fall_is_measured_from_the_highest_value_before_it() {
        double[] values = {100, 120, 90, 130, 117, 140};
        assertEquals(-0.25, Drawdown.maximum(values), 1e-15);
        assertArrayEquals(new double[] {0, 0, -0.25, 0, -0.1, 0}, Drawdown.column(values), 1e-15);
        assertEquals(2, Drawdown.longestPeriods(values));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void one_pass_finds_what_comparing_all_pairs_finds(long seed) {
        double[] equity = Curves.equity(seed, 250);
        assertEquals(Naive.maxDrawdown(equity), Drawdown.maximum(equity), 1e-14);
        assertEquals(Naive.longestDrawdown(equity), Drawdown.longestPeriods(equity));
        double[] column = Drawdown.column(equity);
        assertEquals(Drawdown.maximum(equity), Arrays.stream(column).min().orElseThrow());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void a_flat_tail_never_deepens_the_drawdown(long seed) {
        double[] equity = Curves.equity(seed, 100);
        double[] longer = Arrays.copyOf(equity, 160);
        Arrays.fill(longer, 100, 160, equity[99]);
        assertEquals(Drawdown.maximum(equity), Drawdown.maximum(longer));
    }

    @Test
    void the_duration_of_the_deepest_ends_with_its_recovery_while_the_longest_may_be_another() {
        RunningDrawdown running = new RunningDrawdown();
        double[] values = {100, 50, 100, 99, 99, 99, 99, 100};
        for (int i = 0; i < values.length; i++) {
            running.add(10L * i, values[i]);
        }
        assertEquals(-0.5, running.maximum(), 0);
        assertEquals(20, running.maximumDuration());
        assertEquals(50, running.longestDuration());
        assertFalse(running.isUnderWater());
    }

    @Test
    void a_drawdown_that_has_not_recovered_lasts_to_the_end() {
        RunningDrawdown running = new RunningDrawdown();
        running.add(0, 100);
        running.add(7, 60);
        running.add(9, 80);
        assertTrue(running.isUnderWater());
        assertEquals(-0.2, running.depth(), 1e-15);
        assertEquals(0, running.peakTime());
        assertEquals(9, running.maximumDuration());
        assertEquals(9, running.longestDuration());
    }

    @Test
    void a_fall_through_zero_is_deeper_than_everything() {
        assertEquals(-1.5, Drawdown.maximum(new double[] {10, -5, 2}), 1e-15);
    }

    @Test
    void a_fall_by_rounding_is_no_drawdown() {
        assertEquals(0, Drawdown.maximum(new double[] {1, 1 - 1e-15, 1, 2}), 0);
    }

    @Test
    void there_is_no_fall_from_nothing() {
        assertTrue(Double.isNaN(Drawdown.maximum(new double[0])));
        assertTrue(Double.isNaN(Drawdown.maximum(new double[] {0, 1})));
        assertTrue(Double.isNaN(Drawdown.column(new double[] {0, 1})[1]));
        assertThrows(IllegalArgumentException.class, () -> new RunningDrawdown().add(0, 0));
    }
}
