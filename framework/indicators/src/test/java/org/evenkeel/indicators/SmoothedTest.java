package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class SmoothedTest {
    @SeededTest
    void an_exponential_average_is_the_weighted_sum_that_it_stands_for(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        for (int length : Columns.LENGTHS) {
            double[] expected = Naive.smoothed(values, length, 2.0 / (length + 1));
            Columns.assertSame(
                    expected, Smoothed.exponential(values, length), 1e-13 * Columns.scale(values), "n=" + length);
        }
    }

    @SeededTest
    void wilders_average_is_the_weighted_sum_that_it_stands_for(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        for (int length : Columns.LENGTHS) {
            double[] expected = Naive.smoothed(values, length, 1.0 / length);
            Columns.assertSame(expected, Smoothed.wilder(values, length), 1e-13 * Columns.scale(values), "n=" + length);
        }
    }

    @Test
    void a_value_that_is_none_makes_the_average_begin_again() {
        double[] values = {1, 2, 3, Double.NaN, 100, 102, Double.NEGATIVE_INFINITY, 5};
        double nan = Double.NaN;
        double[] expected = {nan, 1.5, 1.5 + 2.0 / 3 * 1.5, nan, nan, 101, nan, nan};
        Columns.assertSame(expected, Smoothed.exponential(values, 2), 1e-12, "n=2");
    }

    @Test
    void no_error_builds_up_over_a_long_column_with_a_large_offset() {
        double[] values =
                new Random(7).doubles(100_000, -1, 1).map(x -> 1e9 + x).toArray();
        double[] shifted = Arrays.stream(values).map(x -> x - 1e9).toArray();
        double[] expected = Smoothed.wilder(shifted, 14);
        double[] actual = Smoothed.wilder(values, 14);
        for (int row = 99_000; row < values.length; row++) {
            assertEquals(1e9 + expected[row], actual[row], 1e-5, "row " + row);
        }
    }

    @Test
    void equal_values_are_their_own_average_and_a_length_of_one_is_the_column_itself() {
        double[] values = new double[500];
        Arrays.fill(values, 0.1);
        assertEquals(0.1, Smoothed.exponential(values, 9)[499]);
        assertEquals(0.1, Smoothed.wilder(values, 9)[499]);
        double[] any = Columns.random(new Random(1));
        Columns.assertSame(any, Smoothed.wilder(any, 1), 1e-15 * Columns.scale(any), "n=1");
    }

    @Test
    void a_length_below_one_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Smoothed.wilder(new double[3], 0));
        String message = assertThrows(IllegalArgumentException.class, () -> Smoothed.exponential(new double[3], -2))
                .getMessage();
        assertTrue(message.contains("-2") && message.contains("1 or more"), message);
    }
}
