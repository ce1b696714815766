package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

/** Figures of windows, held against loops over each window from scratch, where columns have holes. */
final class WindowFiguresTest {
    private static void assertWindows(
            double[] values, double[] actual, int length, ToDoubleFunction<double[]> figure, double tolerance) {
        Columns.assertSame(Naive.windows(values, length, figure::applyAsDouble), actual, tolerance, "n=" + length);
    }

    private static double rank(double[] window) {
        double last = window[window.length - 1];
        long below = Arrays.stream(window).filter(x -> x < last).count();
        long equal = Arrays.stream(window).filter(x -> x == last).count();
        return below + (equal + 1) / 2.0;
    }

    private static double quantile(double[] window, double share) {
        double[] sorted = Arrays.stream(window).sorted().toArray();
        double place = (sorted.length - 1) * share;
        double below = sorted[(int) Math.floor(place)];
        double above = sorted[(int) Math.ceil(place)];
        return below + (above - below) * (place - Math.floor(place));
    }

    @SeededTest
    void order(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        double scale = Columns.scale(values);
        for (int n : Columns.LENGTHS) {
            assertWindows(values, Ranks.rank(values, n), n, WindowFiguresTest::rank, 0);
            assertWindows(
                    values,
                    Ranks.percentRank(values, n),
                    n + 1,
                    window -> 100.0
                            * Arrays.stream(window).filter(x -> x < window[n]).count()
                            / n,
                    1e-12);
            assertWindows(values, Ranks.median(values, n), n, window -> quantile(window, 0.5), 1e-15 * scale);
            for (double share : new double[] {0, 0.05, 0.9, 1}) {
                double[] actual = Ranks.quantile(values, n, share);
                assertWindows(values, actual, n, window -> quantile(window, share), 1e-15 * scale);
            }
        }
    }

    @SeededTest
    void weighted_averages_and_mean_deviations(long seed) {
        double[] values = Columns.withHoles(new Random(seed));
        double scale = Columns.scale(values);
        for (int n : Columns.LENGTHS) {
            ToDoubleFunction<double[]> weighted = window -> {
                double sum = 0;
                for (int i = 0; i < window.length; i++) {
                    sum += (i + 1) * window[i];
                }
                return sum / (window.length * (window.length + 1) / 2.0);
            };
            assertWindows(values, Averages.weighted(values, n), n, weighted, 1e-13 * scale);
            ToDoubleFunction<double[]> deviation = window -> Arrays.stream(window)
                    .map(x -> Math.abs(x - Naive.mean(window)))
                    .average()
                    .orElseThrow();
            assertWindows(values, Ranks.meanAbsoluteDeviation(values, n), n, deviation, 1e-13 * scale);
        }
    }

    private static double moment(double[] window, int power) {
        double mean = Naive.mean(window);
        return Arrays.stream(window)
                .map(x -> Math.pow(x - mean, power))
                .average()
                .orElseThrow();
    }

    @SeededTest
    void shape(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(200, -1, 1).map(x -> x * x * x).toArray();
        values[random.nextInt(200)] = Double.NaN;
        values[random.nextInt(200)] = Double.POSITIVE_INFINITY;
        for (int n : new int[] {4, 7, 20, 64, 199, 200, 201}) {
            ToDoubleFunction<double[]> skew = window -> moment(window, 3) / Math.pow(moment(window, 2), 1.5);
            assertWindows(values, Rolling.skew(values, n), n, skew, 1e-9);
            ToDoubleFunction<double[]> tails = window -> moment(window, 4) / Math.pow(moment(window, 2), 2) - 3;
            assertWindows(values, Rolling.kurtosis(values, n), n, tails, 1e-8);
        }
    }

    private static double products(double[] one, double[] other) {
        double oneMean = Naive.mean(one);
        double otherMean = Naive.mean(other);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - oneMean) * (other[i] - otherMean);
        }
        return sum;
    }

    private static double[] pairs(
            double[] first, double[] second, int length, ToDoubleBiFunction<double[], double[]> figure) {
        double[] result = new double[first.length];
        Arrays.fill(result, Double.NaN);
        for (int row = length - 1; row < result.length; row++) {
            double[] one = Arrays.copyOfRange(first, row + 1 - length, row + 1);
            double[] other = Arrays.copyOfRange(second, row + 1 - length, row + 1);
            boolean known = Arrays.stream(one).allMatch(Double::isFinite)
                    && Arrays.stream(other).allMatch(Double::isFinite);
            result[row] = known ? figure.applyAsDouble(one, other) : Double.NaN;
        }
        return result;
    }

    @SeededTest
    void comovement(long seed) {
        Random random = new Random(seed);
        double[] first = random.doubles(200, 5, 6).toArray();
        double[] second = random.doubles(200, -1, 1).toArray();
        first[random.nextInt(200)] = Double.NaN;
        second[random.nextInt(200)] = Double.NEGATIVE_INFINITY;
        for (int n : new int[] {2, 3, 7, 64, 200, 201}) {
            double[] covariance = pairs(first, second, n, (one, other) -> products(one, other) / (n - 1));
            Columns.assertSame(covariance, Comovement.covariance(first, second, n), 1e-12, "covariance " + n);
            double[] correlation = pairs(
                    first,
                    second,
                    n,
                    (one, other) -> products(one, other) / Math.sqrt(products(one, one) * products(other, other)));
            Columns.assertSame(correlation, Comovement.correlation(first, second, n), 1e-9, "correlation " + n);
            double[] beta = pairs(first, second, n, (one, other) -> products(one, other) / products(other, other));
            Columns.assertSame(beta, Comovement.beta(first, second, n), 1e-6 * Columns.scale(beta), "beta " + n);
        }
    }

    @Test
    void a_large_offset_leaves_shape_and_correlation_as_they_are() {
        Random random = new Random(5);
        double[] values = random.doubles(20_000, -1, 1).toArray();
        double[] others = random.doubles(20_000, -1, 1).toArray();
        double[] shifted = Arrays.stream(values).map(x -> x + 1e6).toArray();
        double[] skew = Rolling.skew(values, 50);
        double[] shiftedSkew = Rolling.skew(shifted, 50);
        double[] correlation = Comovement.correlation(values, others, 50);
        double[] shiftedCorrelation = Comovement.correlation(shifted, others, 50);
        for (int row = 19_000; row < 20_000; row++) {
            assertEquals(skew[row], shiftedSkew[row], 1e-7);
            assertEquals(correlation[row], shiftedCorrelation[row], 1e-8);
        }
    }

    @Test
    void a_huge_value_leaves_no_trace_once_it_has_left_the_window() {
        double[] values = new Random(5).doubles(1_000, -1, 1).toArray();
        double[] spiked = values.clone();
        spiked[100] = 1e12;
        for (int row = 140; row < 1_000; row++) {
            assertEquals(Rolling.kurtosis(values, 20)[row], Rolling.kurtosis(spiked, 20)[row]);
            assertEquals(Averages.weighted(values, 20)[row], Averages.weighted(spiked, 20)[row]);
        }
    }

    @Test
    void a_row_whose_neighbours_do_not_differ_has_no_shape_and_no_correlation() {
        double[] flat = new double[50];
        Arrays.fill(flat, 3);
        double[] other = new Random(1).doubles(50).toArray();
        assertTrue(Double.isNaN(Rolling.skew(flat, 10)[30]));
        assertTrue(Double.isNaN(Rolling.kurtosis(flat, 10)[30]));
        assertTrue(Double.isNaN(Comovement.correlation(flat, other, 10)[30]));
        assertTrue(Double.isNaN(Comovement.beta(other, flat, 10)[30]));
        assertEquals(0, Comovement.beta(flat, other, 10)[30]);
    }

    @Test
    void what_is_not_defined_is_refused() {
        double[] three = {1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> Rolling.skew(three, 2));
        assertThrows(IllegalArgumentException.class, () -> Rolling.kurtosis(three, 3));
        assertThrows(IllegalArgumentException.class, () -> Ranks.quantile(three, 2, 1.1));
        assertThrows(IllegalArgumentException.class, () -> Comovement.beta(three, new double[2], 2));
        assertThrows(IllegalArgumentException.class, () -> Averages.hull(three, 1));
        assertThrows(IllegalArgumentException.class, () -> new Macd.Lines(5, 5, 3));
        assertThrows(IllegalArgumentException.class, () -> new Prices(three, three, new double[2]));
    }
}
