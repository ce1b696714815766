package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RollingTest {
    private static final int LONG = 100_000;

    @SeededTest
    void a_mean_is_that_of_each_window_from_scratch(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        for (int length : Columns.LENGTHS) {
            double[] expected = Naive.windows(values, length, Naive::mean);
            Columns.assertSame(expected, Rolling.mean(values, length), 1e-14 * Columns.scale(values), "n=" + length);
        }
    }

    @SeededTest
    void a_standard_deviation_is_that_of_each_window_from_scratch(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        for (int length : Columns.LENGTHS) {
            if (length > 1) {
                double[] expected = Naive.windows(values, length, Naive::standardDeviation);
                double[] actual = Rolling.standardDeviation(values, length);
                Columns.assertSame(expected, actual, 1e-13 * Columns.scale(values), "n=" + length);
            }
        }
    }

    @SeededTest
    void a_z_score_is_that_of_each_window_from_scratch(long seed) {
        double[] values = new Random(seed).doubles(200, 5, 6).toArray();
        Arrays.fill(values, 90, 120, 5.5);
        values[150] = Double.NaN;
        for (int length : Columns.LENGTHS) {
            if (length > 1) {
                double[] expected = Naive.windows(values, length, Naive::zScore);
                Columns.assertSame(expected, Rolling.zScore(values, length), 1e-9, "n=" + length);
            }
        }
    }

    @SeededTest
    void extremes_are_those_of_each_window_from_scratch_to_the_bit(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        for (int length : Columns.LENGTHS) {
            assertArrayEquals(Naive.windows(values, length, Naive::max), Rolling.max(values, length));
            assertArrayEquals(Naive.windows(values, length, Naive::min), Rolling.min(values, length));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,20", "1e4,20", "1e9,2", "1e9,20", "1e9,1000", "1e12,168"})
    void no_error_builds_up_over_a_long_column_with_a_large_offset(double offset, int length) {
        double[] values =
                new Random(7).doubles(LONG, -1, 1).map(x -> offset + x).toArray();
        double[] means = Rolling.mean(values, length);
        double[] deviations = Rolling.standardDeviation(values, length);
        for (int row = LONG - 1; row > LONG - 2000; row -= 37) {
            double[] window = Arrays.copyOfRange(values, row + 1 - length, row + 1);
            double mean = exactMean(window).doubleValue();
            double deviation = exactDeviation(window);
            assertEquals(mean, means[row], 2 * Math.ulp(Math.max(1, Math.abs(mean))), "row " + row);
            assertEquals(deviation, deviations[row], 1e-13 * Math.max(deviation, 0.1), "row " + row);
        }
    }

    @Test
    void a_huge_value_leaves_no_trace_once_it_has_left_the_window() {
        double[] values = new Random(7).doubles(LONG, 1, 2).toArray();
        double[] spiked = values.clone();
        spiked[500] = 1e15;
        for (int length : new int[] {2, 20, 1000}) {
            double[] expected = Rolling.standardDeviation(values, length);
            double[] actual = Rolling.standardDeviation(spiked, length);
            int clean = 500 + 2 * length;
            assertArrayEquals(
                    Arrays.copyOfRange(expected, clean, LONG), Arrays.copyOfRange(actual, clean, LONG), "n=" + length);
            double[] means = Rolling.mean(spiked, length);
            Columns.assertSame(
                    Naive.windows(Arrays.copyOfRange(values, 501, 3000), length, Naive::mean),
                    withUnknown(Arrays.copyOfRange(means, 501, 3000), length),
                    1e-14,
                    "n=" + length);
        }
    }

    /** The values that a column starting here would not have yet, taken out. */
    private static double[] withUnknown(double[] values, int length) {
        Arrays.fill(values, 0, length - 1, Double.NaN);
        return values;
    }

    private static BigDecimal exactMean(double[] window) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : window) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(BigDecimal.valueOf(window.length), MathContext.DECIMAL128);
    }

    private static double exactDeviation(double[] window) {
        BigDecimal mean = exactMean(window);
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : window) {
            BigDecimal above = new BigDecimal(value).subtract(mean);
            sum = sum.add(above.multiply(above));
        }
        return sum.divide(BigDecimal.valueOf(window.length - 1), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .doubleValue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1e-300, 123456.789, -7e15})
    void equal_values_have_their_own_mean_and_no_deviation_to_the_bit(double value) {
        double[] values = new double[1000];
        Arrays.fill(values, value);
        assertEquals(value, Rolling.mean(values, 7)[999]);
        assertEquals(0, Rolling.standardDeviation(values, 7)[999]);
        assertTrue(Double.isNaN(Rolling.zScore(values, 7)[999]));
    }

    @Test
    void a_window_longer_than_the_column_has_no_values_and_an_empty_column_stays_empty() {
        double[] values = {1, 2, 3};
        for (int length : new int[] {4, 1000, Integer.MAX_VALUE}) {
            assertTrue(Arrays.stream(Rolling.mean(values, length)).allMatch(Double::isNaN));
            assertTrue(Arrays.stream(Rolling.standardDeviation(values, length)).allMatch(Double::isNaN));
            assertTrue(Arrays.stream(Rolling.max(values, length)).allMatch(Double::isNaN));
        }
        assertEquals(0, Rolling.mean(new double[0], 3).length);
        assertEquals(0, Rolling.min(new double[0], 3).length);
    }

    @Test
    void a_length_that_is_not_defined_is_refused_with_the_least_that_is() {
        double[] values = {1, 2, 3};
        assertRefused("A mean over 0 values", 1, () -> Rolling.mean(values, 0));
        assertRefused("A maximum over -1 values", 1, () -> Rolling.max(values, -1));
        assertRefused("A minimum over 0 values", 1, () -> Rolling.min(values, 0));
        assertRefused("A z-score over 1 values", 2, () -> Rolling.zScore(values, 1));
        assertRefused("A standard deviation over 1 values", 2, () -> Rolling.standardDeviation(values, 1));
    }

    private static void assertRefused(String what, int least, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.startsWith(what) && message.contains("must be " + least + " or more"), message);
    }

    @Test
    void the_input_is_left_as_it_was() {
        double[] values = Columns.withHoles(new Random(3));
        double[] before = values.clone();
        Rolling.mean(values, 5);
        Rolling.zScore(values, 5);
        Rolling.min(values, 5);
        assertArrayEquals(before, values);
    }
}
