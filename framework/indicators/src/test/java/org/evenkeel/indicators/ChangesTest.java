package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    @SeededTest
    void a_relative_change_is_what_the_first_value_grew_by(long seed) {
        double[] prices = Columns.prices(new Random(seed));
        prices[50] = Double.NaN;
        for (int length : Columns.LENGTHS) {
            double[] expected = new double[prices.length];
            Arrays.setAll(
                    expected,
                    row -> row < length ? Double.NaN : (prices[row] - prices[row - length]) / prices[row - length]);
            Columns.assertSame(expected, Changes.relative(prices, length), 1e-12, "n=" + length);
        }
    }

    @Test
    void a_change_from_zero_has_no_value() {
        assertTrue(Double.isNaN(Changes.relative(new double[] {0, 1}, 1)[1]));
        assertTrue(Double.isNaN(Changes.relative(new double[] {0, 0}, 1)[1]));
    }

    @SeededTest
    void the_relative_strength_is_the_one_that_wilder_printed(long seed) {
        double[] prices = Columns.prices(new Random(seed));
        prices[40] = Double.NaN;
        for (int length : new int[] {1, 2, 14, 50}) {
            double[] expected = Naive.relativeStrength(prices, length);
            Columns.assertSame(expected, Changes.relativeStrength(prices, length), 1e-8, "n=" + length);
        }
    }

    @Test
    void the_relative_strength_is_100_when_all_rises_0_when_all_falls_and_none_when_nothing_moves() {
        double[] rising = {1, 2, 3, 4};
        double[] falling = {4, 3, 2, 1};
        double[] still = {5, 5, 5, 5};
        assertTrue(Double.isNaN(Changes.relativeStrength(rising, 2)[1]));
        assertEquals(100, Changes.relativeStrength(rising, 2)[2]);
        assertEquals(0, Changes.relativeStrength(falling, 2)[3]);
        assertTrue(Double.isNaN(Changes.relativeStrength(still, 2)[3]));
    }

    @SeededTest
    void the_true_range_is_the_greatest_of_wilders_three(long seed) {
        Random random = new Random(seed);
        double[] closes = Columns.prices(random);
        double[] highs = Arrays.stream(closes)
                .map(x -> x * (1 + random.nextDouble() * 0.1))
                .toArray();
        double[] lows = Arrays.stream(closes)
                .map(x -> x * (1 - random.nextDouble() * 0.1))
                .toArray();
        double[] expected = Naive.trueRange(highs, lows, closes);
        double tolerance = 1e-13 * Columns.scale(closes);
        Columns.assertSame(expected, Changes.trueRange(highs, lows, closes), tolerance, "range");
        for (int length : new int[] {1, 2, 14}) {
            Columns.assertSame(
                    Naive.smoothed(expected, length, 1.0 / length),
                    Changes.averageTrueRange(highs, lows, closes, length),
                    tolerance,
                    "n=" + length);
        }
    }

    @Test
    void columns_of_different_length_are_refused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Changes.trueRange(new double[3], new double[3], new double[2]))
                .getMessage();
        assertTrue(message.contains("3 highs, 3 lows and 2 closes"), message);
        assertThrows(
                IllegalArgumentException.class, () -> Changes.trueRange(new double[3], new double[2], new double[3]));
    }

    @Test
    void a_length_below_one_is_refused_and_empty_columns_stay_empty() {
        assertThrows(IllegalArgumentException.class, () -> Changes.relative(new double[3], 0));
        assertThrows(IllegalArgumentException.class, () -> Changes.relativeStrength(new double[3], 0));
        assertEquals(0, Changes.relativeStrength(new double[0], 14).length);
        assertEquals(0, Changes.trueRange(new double[0], new double[0], new double[0]).length);
    }
}
