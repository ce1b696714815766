package org.evenkeel.metrics;

import static org.evenkeel.metrics.MetricsTest.assertUndefined;
import static org.evenkeel.metrics.MetricsTest.assertValue;

import java.util.Arrays;
import org.evenkeel.metrics.arrays.Benchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What benchmark and ledger add to a report. */
class MetricsInputsTest {

    private static final double[] NONE = {};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_benchmark_is_compared_over_the_times_that_both_have(long seed) {
        long[] times = Curves.times(200, Curves.DAY);
        double[] equity = Curves.equity(seed, 200);
        double[] other = Curves.equity(seed + 100, 200);
        EquityCurve even = EquityCurve.of(every(times, 2), every(other, 2));
        EquityCurve sparse = EquityCurve.of(every(times, 2), every(equity, 2));
        PerformanceReport full =
                Metrics.of(MetricsInput.of(EquityCurve.of(times, equity)).withBenchmark(even));
        PerformanceReport thinned = Metrics.of(MetricsInput.of(sparse).withBenchmark(even));
        for (Metric metric : new Metric[] {Metric.ALPHA, Metric.BETA, Metric.CORRELATION, Metric.UP_CAPTURE}) {
            assertValue(full, metric, thinned.find(metric).orElseThrow());
        }
    }

    @Test
    void periods_given_for_hours_are_scaled_where_the_benchmark_has_only_days() {
        long[] hours = Curves.times(24 * 90 + 1, Curves.HOUR);
        double[] equity = Curves.equity(7, hours.length);
        EquityCurve benchmark = EquityCurve.of(Curves.times(91, Curves.DAY), Curves.equity(8, 91));
        MetricsOptions hourly =
                MetricsOptions.DEFAULT.withPeriodsPerYear(24 * 365).withRiskFreeRate(0.05);
        MetricsOptions daily = hourly.withPeriodsPerYear(365);
        EquityCurve days = EquityCurve.of(every(hours, 24), every(equity, 24));
        PerformanceReport fine =
                Metrics.of(MetricsInput.of(EquityCurve.of(hours, equity)).withBenchmark(benchmark), hourly);
        PerformanceReport coarse = Metrics.of(MetricsInput.of(days).withBenchmark(benchmark), daily);
        for (NamedFigure named : coarse.group(MetricGroup.BENCHMARK)) {
            assertValue(fine, named.metric(), named.figure().find().orElseThrow());
        }
    }

    @Test
    void captures_of_hours_are_taken_over_days() {
        long[] hours = Curves.times(24 * 60 + 1, Curves.HOUR);
        double[] equity = Curves.equity(5, hours.length);
        double[] other = Curves.equity(6, hours.length);
        PerformanceReport report =
                Metrics.of(MetricsInput.of(EquityCurve.of(hours, equity)).withBenchmark(EquityCurve.of(hours, other)));
        double[] own = Naive.returns(every(equity, 24));
        double[] benchmark = Naive.returns(every(other, 24));
        assertValue(report, Metric.UP_CAPTURE, Benchmark.upCapture(own, benchmark, 365.25));
        assertValue(report, Metric.DOWN_CAPTURE, Benchmark.downCapture(own, benchmark, 365.25));
    }

    @Test
    void a_benchmark_without_common_times_or_in_debt_or_flat_says_which() {
        EquityCurve curve = Curves.daily(1, 2, 3);
        EquityCurve later = EquityCurve.of(new long[] {1, 2, 3}, new double[] {1, 2, 3});
        assertUndefined(against(curve, later), Metric.BETA, UndefinedReason.TOO_FEW_COMMON_TIMES);
        assertUndefined(against(curve, Curves.daily(0, 2, 3)), Metric.BETA, UndefinedReason.BENCHMARK_NOT_POSITIVE);
        assertUndefined(against(Curves.daily(1, -2, 3), curve), Metric.BETA, UndefinedReason.EQUITY_NOT_POSITIVE);
        PerformanceReport flat = against(curve, Curves.daily(2, 2, 2));
        assertUndefined(flat, Metric.ALPHA, UndefinedReason.BENCHMARK_DOES_NOT_VARY);
        assertUndefined(flat, Metric.CORRELATION, UndefinedReason.BENCHMARK_DOES_NOT_VARY);
        assertUndefined(flat, Metric.UP_CAPTURE, UndefinedReason.BENCHMARK_NEVER_ROSE);
        assertValue(flat, Metric.BENCHMARK_TOTAL_RETURN, 0);
    }

    @Test
    void flat_equity_has_beta_zero_and_no_correlation() {
        PerformanceReport report = against(Curves.daily(2, 2, 2, 2), Curves.daily(1, 2, 3, 2));
        assertValue(report, Metric.BETA, 0);
        assertValue(report, Metric.ALPHA, 0);
        assertUndefined(report, Metric.CORRELATION, UndefinedReason.NO_VARIATION);
    }

    @Test
    void the_ledger_gives_trades_and_costs() {
        double[] profits = {300, -100, -50, 0};
        TradeStatistics trades =
                new TradeStatistics(profits, 8_000, new TradeCosts(24, 3, 7, 2), new double[] {0, 0.8, 0.8, 0.8});
        EquityCurve curve = EquityCurve.of(new long[] {0, (long) (365.25 * Curves.DAY / 2)}, new double[] {900, 1_100});
        PerformanceReport report = Metrics.of(MetricsInput.of(curve).withTrades(trades));
        assertValue(report, Metric.CLOSED_TRADES, 4);
        assertValue(report, Metric.WIN_RATE, 0.25);
        assertValue(report, Metric.PROFIT_FACTOR, 2);
        assertValue(report, Metric.EXPECTANCY, 37.5);
        assertValue(report, Metric.EXPOSURE, 0.6);
        // 4,000 turned over in half a year on a mean of 1,000.
        assertValue(report, Metric.TURNOVER, 8);
        assertValue(report, Metric.FEES_PAID, 24);
        assertValue(report, Metric.IMPACT_PAID, 3);
        assertValue(report, Metric.GAS_PAID, 7);
        assertValue(report, Metric.BRIDGES_PAID, 2);
        assertValue(report, Metric.COSTS_PAID, 36);
    }

    @Test
    void no_trades_at_all_cost_nothing_and_win_nothing() {
        TradeStatistics trades = new TradeStatistics(NONE, 0, TradeCosts.NONE, NONE);
        PerformanceReport report =
                Metrics.of(MetricsInput.of(Curves.daily(5, 6)).withTrades(trades));
        assertValue(report, Metric.FEES_PAID, 0);
        assertValue(report, Metric.TURNOVER, 0);
        assertUndefined(report, Metric.WIN_RATE, UndefinedReason.NO_CLOSED_TRADES);
        assertUndefined(report, Metric.PROFIT_FACTOR, UndefinedReason.NO_CLOSED_TRADES);
        assertUndefined(report, Metric.SQN, UndefinedReason.TOO_FEW_CLOSED_TRADES);
        assertUndefined(report, Metric.EXPOSURE, UndefinedReason.NO_EXPOSURE_DATA);
    }

    @Test
    void trades_that_only_lose_or_only_win_say_so() {
        EquityCurve curve = Curves.daily(5, 6);
        TradeStatistics losing = new TradeStatistics(new double[] {-1, -2}, 0, TradeCosts.NONE, NONE);
        TradeStatistics winning = new TradeStatistics(new double[] {1, 2}, 0, TradeCosts.NONE, NONE);
        PerformanceReport lost = Metrics.of(MetricsInput.of(curve).withTrades(losing));
        PerformanceReport won = Metrics.of(MetricsInput.of(curve).withTrades(winning));
        assertUndefined(lost, Metric.AVERAGE_WIN, UndefinedReason.NO_WINS);
        assertValue(lost, Metric.AVERAGE_LOSS, -1.5);
        assertUndefined(won, Metric.AVERAGE_LOSS, UndefinedReason.NO_LOSSES);
        assertUndefined(won, Metric.PROFIT_FACTOR, UndefinedReason.NO_LOSSES);
        assertValue(won, Metric.SQN, Math.sqrt(2) * 1.5 / Math.sqrt(0.5));
    }

    private static PerformanceReport against(EquityCurve curve, EquityCurve benchmark) {
        return Metrics.of(MetricsInput.of(curve).withBenchmark(benchmark));
    }

    private static long[] every(long[] column, int step) {
        long[] picked = new long[(column.length + step - 1) / step];
        Arrays.setAll(picked, i -> column[i * step]);
        return picked;
    }

    private static double[] every(double[] column, int step) {
        double[] picked = new double[(column.length + step - 1) / step];
        Arrays.setAll(picked, i -> column[i * step]);
        return picked;
    }
}
