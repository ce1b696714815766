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

class BenchmarkTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63})
    void a_series_has_beta_one_and_alpha_zero_to_itself(long seed) {
        double[] returns = Curves.returns(seed, 150);
        double beta = Benchmark.beta(returns, returns);
        assertEquals(1, beta, 1e-12);
        assertEquals(0, Benchmark.alpha(returns, returns, beta, 0, 252), 1e-10);
        assertEquals(0, Benchmark.alpha(returns, returns, beta, 0.0002, 252), 1e-10);
        assertEquals(1, Benchmark.correlation(returns, returns), 1e-12);
        assertEquals(1, Benchmark.upCapture(returns, returns, 252), 1e-12);
        assertEquals(1, Benchmark.downCapture(returns, returns, 252), 1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {64, 65, 66})
    void leverage_and_a_constant_are_found_again_as_beta_and_alpha(long seed) {
        double[] benchmark = Curves.returns(seed, 150);
        double[] returns = Arrays.stream(benchmark).map(b -> 1.7 * b + 0.0003).toArray();
        double beta = Benchmark.beta(returns, benchmark);
        assertEquals(1.7, beta, 1e-12);
        assertEquals(Math.pow(1.0003, 252) - 1, Benchmark.alpha(returns, benchmark, beta, 0, 252), 1e-10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {67, 68})
    void beta_and_correlation_agree_with_their_textbook_form(long seed) {
        double[] returns = Curves.returns(seed, 120);
        double[] benchmark = Curves.returns(seed + 1000, 120);
        double covariance = Naive.covariance(returns, benchmark);
        double deviation = Naive.standardDeviation(benchmark);
        assertEquals(covariance / deviation / deviation, Benchmark.beta(returns, benchmark), 1e-12);
        assertEquals(
                covariance / deviation / Naive.standardDeviation(returns),
                Benchmark.correlation(returns, benchmark),
                1e-12);
    }

    @Test
    void capture_compounds_the_periods_in_which_the_benchmark_rose_or_fell() {
        double[] benchmark = {0.1, -0.1, 0.2, 0, -0.2};
        double[] returns = {0.05, -0.05, 0.1, 5, -0.3};
        // Two of four periods a year rose: half a year, so growth is squared to be a year's.
        double up = (Math.pow(1.05 * 1.1, 2) - 1) / (Math.pow(1.1 * 1.2, 2) - 1);
        double down = (Math.pow(0.95 * 0.7, 2) - 1) / (Math.pow(0.9 * 0.8, 2) - 1);
        assertEquals(up, Benchmark.upCapture(returns, benchmark, 4), 1e-14);
        assertEquals(down, Benchmark.downCapture(returns, benchmark, 4), 1e-14);
    }

    @Test
    void what_is_undefined_is_nan() {
        double[] returns = {0.1, 0.2};
        double[] flat = {0.1, 0.1};
        assertTrue(Double.isNaN(Benchmark.beta(returns, flat)));
        assertTrue(Double.isNaN(Benchmark.correlation(flat, returns)));
        assertTrue(Double.isNaN(Benchmark.correlation(returns, flat)));
        assertTrue(Double.isNaN(Benchmark.downCapture(returns, flat, 252)));
        assertThrows(IllegalArgumentException.class, () -> Benchmark.beta(returns, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> Benchmark.alpha(returns, new double[3], 1, 0, 252));
        assertThrows(IllegalArgumentException.class, () -> Benchmark.correlation(returns, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> Benchmark.downCapture(returns, new double[3], 252));
    }
}
