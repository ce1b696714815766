package org.evenkeel.metrics;

import static org.evenkeel.metrics.MetricsTest.assertValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that begins two days before its first week and ends one day after its last, as runs do. */
class StubPeriodsTest {
    private static final int WEEKS = 60;
    private static final double PER_YEAR = 365.25 / 7;

    /** The points of the weeks, in the middle of the curve. */
    private static double[] weekly(double[] equity) {
        return Arrays.copyOfRange(equity, 1, WEEKS + 2);
    }

    private static EquityCurve stubbed(double[] equity) {
        long[] times = new long[WEEKS + 3];
        Arrays.setAll(times, i -> Curves.DAY * (2 + 7L * (i - 1)));
        times[0] = 0;
        times[WEEKS + 2] = times[WEEKS + 1] + Curves.DAY;
        return EquityCurve.of(times, equity);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void means_spreads_and_ranks_are_taken_over_the_full_weeks_alone(long seed) {
        double[] equity = Curves.equity(seed, WEEKS + 3);
        PerformanceReport report = Metrics.of(MetricsInput.of(stubbed(equity)));
        double[] r = Naive.returns(weekly(equity));
        double variance = Naive.moment(r, 2);
        assertValue(report, Metric.PERIODS, WEEKS);
        assertValue(report, Metric.PERIODS_PER_YEAR, PER_YEAR);
        assertValue(report, Metric.VOLATILITY, Naive.standardDeviation(r) * Math.sqrt(PER_YEAR));
        assertValue(report, Metric.SHARPE, Naive.sharpe(r, PER_YEAR));
        assertValue(report, Metric.SORTINO, Naive.sortino(r, PER_YEAR));
        assertValue(report, Metric.OMEGA, Naive.omega(r));
        assertValue(report, Metric.VALUE_AT_RISK, Naive.percentile(r, 0.05));
        assertValue(report, Metric.CONDITIONAL_VALUE_AT_RISK, Naive.conditionalValueAtRisk(r, 0.05));
        assertValue(report, Metric.SKEW, Naive.moment(r, 3) / Math.pow(variance, 1.5));
        assertValue(report, Metric.KURTOSIS, Naive.moment(r, 4) / variance / variance - 3);
        assertValue(report, Metric.STABILITY, Naive.stability(weekly(equity)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void returns_and_drawdowns_follow_the_whole_curve(long seed) {
        double[] equity = Curves.equity(seed, WEEKS + 3);
        equity[WEEKS + 2] = equity[0] / 10;
        PerformanceReport report = Metrics.of(MetricsInput.of(stubbed(equity)));
        double years = (2 + 7 * WEEKS + 1) / 365.25;
        assertValue(report, Metric.TOTAL_RETURN, -0.9);
        assertValue(report, Metric.CAGR, Math.pow(0.1, 1 / years) - 1);
        assertValue(report, Metric.MAX_DRAWDOWN, Naive.maxDrawdown(equity));
        assertValue(report, Metric.FINAL_EQUITY, equity[0] / 10);
    }

    @Test
    void what_happens_in_a_stub_moves_no_figure_of_spread() {
        double[] equity = Curves.equity(9, WEEKS + 3);
        double[] crashed = equity.clone();
        crashed[WEEKS + 2] *= 0.2;
        PerformanceReport calm = Metrics.of(MetricsInput.of(stubbed(equity)));
        PerformanceReport wild = Metrics.of(MetricsInput.of(stubbed(crashed)));
        for (Metric metric : new Metric[] {Metric.VOLATILITY, Metric.SHARPE, Metric.TAIL_RATIO, Metric.STABILITY}) {
            assertEquals(calm.figure(metric), wild.figure(metric), metric.key());
        }
    }

    @Test
    void a_benchmark_is_held_against_the_full_weeks_and_its_return_is_that_of_the_whole_curve() {
        double[] equity = Curves.equity(5, WEEKS + 3);
        double[] other = Curves.equity(6, WEEKS + 3);
        PerformanceReport report = Metrics.of(MetricsInput.of(stubbed(equity)).withBenchmark(stubbed(other)));
        double[] r = Naive.returns(weekly(equity));
        double[] b = Naive.returns(weekly(other));
        double beta = Naive.covariance(r, b) / Naive.covariance(b, b);
        double perPeriod = Naive.mean(r) - beta * Naive.mean(b);
        assertValue(report, Metric.BETA, beta);
        assertValue(report, Metric.ALPHA, Math.pow(1 + perPeriod, PER_YEAR) - 1);
        assertValue(report, Metric.BENCHMARK_TOTAL_RETURN, other[WEEKS + 2] / other[0] - 1);
    }

    @Test
    void deposits_in_the_weeks_and_in_the_stubs_change_nothing_of_that() {
        double[] equity = Curves.equity(7, WEEKS + 3);
        EquityCurve plain = stubbed(equity);
        double[] flows = new double[equity.length];
        double[] swollen = equity.clone();
        for (int point : new int[] {1, 20, WEEKS + 2}) {
            double factor = 1.5;
            flows[point] = swollen[point] * (factor - 1);
            for (int i = point; i < swollen.length; i++) {
                swollen[i] *= factor;
            }
        }
        PerformanceReport without = Metrics.of(MetricsInput.of(plain));
        PerformanceReport with = Metrics.of(
                MetricsInput.of(EquityCurve.of(plain.times(), swollen).withFlows(flows)));
        for (Metric metric : new Metric[] {Metric.TOTAL_RETURN, Metric.VOLATILITY, Metric.SHARPE, Metric.STABILITY}) {
            assertValue(with, metric, without.find(metric).orElseThrow());
        }
    }
}
