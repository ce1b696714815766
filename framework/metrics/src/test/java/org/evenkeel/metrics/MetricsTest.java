package org.evenkeel.metrics;

import static org.evenkeel.metrics.UndefinedReason.EQUITY_NOT_POSITIVE;
import static org.evenkeel.metrics.UndefinedReason.NO_BENCHMARK;
import static org.evenkeel.metrics.UndefinedReason.NO_DRAWDOWN;
import static org.evenkeel.metrics.UndefinedReason.NO_LOSSES;
import static org.evenkeel.metrics.UndefinedReason.NO_TRADE_DATA;
import static org.evenkeel.metrics.UndefinedReason.NO_VARIATION;
import static org.evenkeel.metrics.UndefinedReason.TOO_FEW_RETURNS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
    private static final List<Metric> OF_A_YEAR = List.of(
            Metric.CAGR,
            Metric.VOLATILITY,
            Metric.SHARPE,
            Metric.SORTINO,
            Metric.CALMAR,
            Metric.ALPHA,
            Metric.UP_CAPTURE,
            Metric.DOWN_CAPTURE,
            Metric.TURNOVER);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_report_agrees_with_the_definitions_written_out(long seed) {
        EquityCurve curve = EquityCurve.of(Curves.times(400, Curves.DAY), Curves.equity(seed, 400));
        double[] r = Naive.returns(curve.equity());
        PerformanceReport report = Metrics.of(MetricsInput.of(curve));
        double growth = curve.equity()[399] / curve.equity()[0];
        double cagr = Math.pow(growth, 365.25 / 399) - 1;
        double variance = Naive.moment(r, 2);
        assertValue(report, Metric.PERIODS, 399);
        assertValue(report, Metric.PERIODS_PER_YEAR, 365.25);
        assertValue(report, Metric.TOTAL_RETURN, growth - 1);
        assertValue(report, Metric.CAGR, cagr);
        assertValue(report, Metric.VOLATILITY, Naive.standardDeviation(r) * Math.sqrt(365.25));
        assertValue(report, Metric.MAX_DRAWDOWN, Naive.maxDrawdown(curve.equity()));
        assertValue(report, Metric.CALMAR, cagr / -Naive.maxDrawdown(curve.equity()));
        assertValue(report, Metric.VALUE_AT_RISK, Naive.percentile(r, 0.05));
        assertValue(report, Metric.CONDITIONAL_VALUE_AT_RISK, Naive.conditionalValueAtRisk(r, 0.05));
        assertValue(report, Metric.TAIL_RATIO, Naive.percentile(r, 0.95) / -Naive.percentile(r, 0.05));
        assertValue(report, Metric.STABILITY, Naive.stability(curve.equity()));
        assertValue(report, Metric.SKEW, Naive.moment(r, 3) / Math.pow(variance, 1.5));
        assertValue(report, Metric.KURTOSIS, Naive.moment(r, 4) / variance / variance - 3);
        assertValue(report, Metric.SHARPE, Naive.sharpe(r, 365.25));
        assertValue(report, Metric.SORTINO, Naive.sortino(r, 365.25));
        assertValue(report, Metric.OMEGA, Naive.omega(r));
    }

    @Test
    void no_figure_of_a_year_is_told_of_less_than_thirty_days_unless_the_periods_of_one_are_given() {
        EquityCurve three = days(3, 100, 101, 98, 103);
        EquityCurve other = days(3, 100, 102, 101, 102);
        TradeStatistics trades = new TradeStatistics(new double[0], 500, new TradeCosts(0, 0, 0, 0), new double[0]);
        MetricsInput input = new MetricsInput(three, Optional.of(other), Optional.of(trades));
        for (Metric metric : OF_A_YEAR) {
            assertUndefined(Metrics.of(input), metric, UndefinedReason.TOO_SHORT_FOR_A_YEAR);
        }
        for (Metric metric : List.of(Metric.TOTAL_RETURN, Metric.MAX_DRAWDOWN, Metric.OMEGA, Metric.BETA)) {
            assertTrue(Metrics.of(input).find(metric).isPresent(), metric.key());
        }
        PerformanceReport given = Metrics.of(MetricsInput.of(three), MetricsOptions.DEFAULT.withPeriodsPerYear(252));
        assertValue(given, Metric.CAGR, Math.pow(1.03, 252.0 / 3) - 1);
        assertUndefined(
                Metrics.of(MetricsInput.of(days(29, 100, 103))), Metric.CAGR, UndefinedReason.TOO_SHORT_FOR_A_YEAR);
        assertValue(Metrics.of(MetricsInput.of(days(30, 100, 103))), Metric.CAGR, Math.pow(1.03, 365.25 / 30) - 1);
    }

    @Test
    void a_month_tells_every_figure_of_a_year() {
        EquityCurve month = days(30, 100, 101, 98, 103);
        TradeStatistics trades = new TradeStatistics(new double[0], 500, new TradeCosts(0, 0, 0, 0), new double[0]);
        PerformanceReport report =
                Metrics.of(new MetricsInput(month, Optional.of(days(30, 100, 102, 101, 102)), Optional.of(trades)));
        for (Metric metric : OF_A_YEAR) {
            assertTrue(report.find(metric).isPresent(), metric.key());
        }
    }

    @Test
    void runs_are_ranked_by_scaled_figures_at_any_length() {
        EquityCurve three = days(3, 100, 101, 98, 103);
        PerformanceReport report = Metrics.of(MetricsInput.of(three), MetricsOptions.DEFAULT.toRank());
        assertValue(report, Metric.SHARPE, Naive.sharpe(Naive.returns(three.equity()), 365.25));
        assertUndefined(report, Metric.CAGR, UndefinedReason.TOO_SHORT_FOR_A_YEAR);
    }

    /** Growth that was compounded to a year never was told of so short a time, neither to read nor to rank by. */
    @Test
    void runs_of_ten_days_are_ranked_by_every_figure_but_those_of_compounded_growth() {
        TradeStatistics trades =
                new TradeStatistics(new double[] {3, -1, 2}, 500, new TradeCosts(1, 1, 1, 1), new double[] {0.5, 0.75});
        MetricsInput input = new MetricsInput(
                days(10, 100, 101, 98, 103, 99, 104),
                Optional.of(days(10, 100, 102, 101, 102, 100, 103)),
                Optional.of(trades));
        PerformanceReport report = Metrics.of(input, MetricsOptions.DEFAULT.toRank());
        PerformanceReport asked = Metrics.of(input, MetricsOptions.DEFAULT.withPeriodsPerYear(5 / (10 / 365.25)));
        Set<Metric> compounded = EnumSet.of(Metric.CAGR, Metric.CALMAR, Metric.ALPHA);
        for (Metric metric : Metric.values()) {
            if (compounded.contains(metric)) {
                assertUndefined(report, metric, UndefinedReason.TOO_SHORT_FOR_A_YEAR);
            } else {
                assertValue(report, metric, asked.find(metric).orElseThrow());
            }
        }
    }

    /** Values so evenly spaced that they span a number of days. */
    private static EquityCurve days(int span, double... values) {
        long step = span * 86_400_000L / (values.length - 1);
        return EquityCurve.of(
                LongStream.range(0, values.length).map(i -> i * step).toArray(), values);
    }

    @Test
    void periods_given_replace_those_of_the_calendar_everywhere() {
        EquityCurve curve = Curves.daily(Curves.equity(7, 253));
        MetricsOptions options = MetricsOptions.DEFAULT.withPeriodsPerYear(252);
        PerformanceReport report = Metrics.of(MetricsInput.of(curve), options);
        assertValue(report, Metric.PERIODS_PER_YEAR, 252);
        assertValue(report, Metric.CAGR, curve.equity()[252] / curve.equity()[0] - 1);
        assertValue(report, Metric.SHARPE, Naive.sharpe(Naive.returns(curve.equity()), 252));
    }

    @Test
    void the_risk_free_rate_of_a_year_is_compounded_over_its_periods() {
        // Up and down by turns, and on average exactly the risk-free return of a quarter.
        double free = Math.pow(1.04, 0.25) - 1;
        double[] returns = {free + 0.01, free - 0.01, free + 0.01, free - 0.01};
        MetricsOptions options = MetricsOptions.DEFAULT.withPeriodsPerYear(4).withRiskFreeRate(0.04);
        PerformanceReport report = Metrics.ofReturns(returns, options);
        assertValue(report, Metric.SHARPE, 0);
        assertValue(report, Metric.SORTINO, 0);
        assertValue(report, Metric.PROBABILISTIC_SHARPE, 0.5);
        assertValue(report, Metric.OMEGA, 1);
    }

    @Test
    void one_point_has_an_equity_and_nothing_else() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(10_000)));
        assertValue(report, Metric.FINAL_EQUITY, 10_000);
        assertValue(report, Metric.PERIODS, 0);
        for (MetricGroup group : new MetricGroup[] {MetricGroup.RISK, MetricGroup.REWARD}) {
            report.group(group)
                    .forEach(named -> assertEquals(
                            Figure.undefined(TOO_FEW_RETURNS),
                            named.figure(),
                            named.metric().key()));
        }
        assertUndefined(report, Metric.TOTAL_RETURN, TOO_FEW_RETURNS);
        assertUndefined(report, Metric.CAGR, TOO_FEW_RETURNS);
        assertUndefined(report, Metric.PERIODS_PER_YEAR, TOO_FEW_RETURNS);
    }

    @Test
    void two_points_have_a_return_but_no_spread() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(100, 99)));
        assertValue(report, Metric.TOTAL_RETURN, -0.01);
        assertValue(report, Metric.MAX_DRAWDOWN, -0.01);
        assertUndefined(report, Metric.VOLATILITY, TOO_FEW_RETURNS);
        assertUndefined(report, Metric.SHARPE, TOO_FEW_RETURNS);
    }

    @Test
    void a_flat_curve_has_no_return_no_risk_and_no_ratio() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(5, 5, 5, 5, 5)));
        assertValue(report, Metric.TOTAL_RETURN, 0);
        assertValue(report, Metric.CAGR, 0);
        assertValue(report, Metric.VOLATILITY, 0);
        assertValue(report, Metric.MAX_DRAWDOWN, 0);
        assertValue(report, Metric.VALUE_AT_RISK, 0);
        assertUndefined(report, Metric.SHARPE, NO_VARIATION);
        assertUndefined(report, Metric.PROBABILISTIC_SHARPE, NO_VARIATION);
        assertUndefined(report, Metric.SKEW, NO_VARIATION);
        assertUndefined(report, Metric.STABILITY, NO_VARIATION);
        assertUndefined(report, Metric.SORTINO, NO_LOSSES);
        assertUndefined(report, Metric.OMEGA, NO_LOSSES);
        assertUndefined(report, Metric.CALMAR, NO_DRAWDOWN);
        assertUndefined(report, Metric.MAX_DRAWDOWN_DURATION, NO_DRAWDOWN);
        assertUndefined(report, Metric.TAIL_RATIO, UndefinedReason.NO_LOWER_TAIL);
    }

    @Test
    void total_loss_is_a_loss_of_everything_and_after_it_nothing_moves() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(100, 110, 0, 0)));
        assertValue(report, Metric.TOTAL_RETURN, -1);
        assertValue(report, Metric.CAGR, -1);
        assertValue(report, Metric.MAX_DRAWDOWN, -1);
        assertUndefined(report, Metric.STABILITY, EQUITY_NOT_POSITIVE);
    }

    @Test
    void a_debt_leaves_the_return_and_the_fall_but_no_returns_by_period() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(100, -20, 50, 60)));
        assertValue(report, Metric.TOTAL_RETURN, -0.4);
        assertValue(report, Metric.MAX_DRAWDOWN, -1.2);
        assertUndefined(report, Metric.VOLATILITY, EQUITY_NOT_POSITIVE);
        assertUndefined(report, Metric.SHARPE, EQUITY_NOT_POSITIVE);
        assertUndefined(report, Metric.OMEGA, EQUITY_NOT_POSITIVE);
        PerformanceReport ending = Metrics.of(MetricsInput.of(Curves.daily(100, 50, -20)));
        assertValue(ending, Metric.TOTAL_RETURN, -1.2);
        assertUndefined(ending, Metric.CAGR, EQUITY_NOT_POSITIVE);
    }

    @Test
    void a_start_with_nothing_has_no_return() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(0, 10, 20)));
        assertUndefined(report, Metric.TOTAL_RETURN, EQUITY_NOT_POSITIVE);
        assertUndefined(report, Metric.MAX_DRAWDOWN, EQUITY_NOT_POSITIVE);
        assertUndefined(report, Metric.SHARPE, EQUITY_NOT_POSITIVE);
        assertValue(report, Metric.PROFIT, 20);
    }

    @Test
    void growth_that_no_double_can_hold_is_undefined() {
        EquityCurve curve = EquityCurve.of(new long[] {0, 1}, new double[] {1, 2});
        PerformanceReport report = Metrics.of(MetricsInput.of(curve));
        assertUndefined(report, Metric.CAGR, UndefinedReason.TOO_LARGE);
        assertValue(report, Metric.TOTAL_RETURN, 1);
    }

    @Test
    void what_was_not_given_is_undefined_and_says_so() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.random(1)));
        report.group(MetricGroup.BENCHMARK)
                .forEach(named -> assertEquals(Figure.undefined(NO_BENCHMARK), named.figure()));
        report.group(MetricGroup.TRADES)
                .forEach(named -> assertEquals(Figure.undefined(NO_TRADE_DATA), named.figure()));
        report.group(MetricGroup.COSTS).forEach(named -> assertEquals(Figure.undefined(NO_TRADE_DATA), named.figure()));
    }

    @Test
    void bare_returns_give_the_same_ratios_as_their_curve_but_no_days_and_no_money() {
        EquityCurve curve = EquityCurve.of(Curves.times(300, Curves.DAY), Curves.equity(3, 300));
        MetricsOptions options = MetricsOptions.DEFAULT.withPeriodsPerYear(365);
        PerformanceReport whole = Metrics.of(MetricsInput.of(curve), options);
        PerformanceReport bare = Metrics.ofReturns(curve.returns(), options);
        for (Metric metric : new Metric[] {Metric.SHARPE, Metric.CAGR, Metric.CALMAR, Metric.STABILITY, Metric.OMEGA}) {
            assertValue(bare, metric, whole.find(metric).orElseThrow());
        }
        assertUndefined(bare, Metric.MAX_DRAWDOWN_DURATION, UndefinedReason.NO_TIMESTAMPS);
        assertUndefined(bare, Metric.FINAL_EQUITY, UndefinedReason.NO_EQUITY);
    }

    @Test
    void bare_returns_need_their_periods_per_year_and_must_be_numbers() {
        double[] returns = {0.1, Double.NaN};
        MetricsOptions yearly = MetricsOptions.DEFAULT.withPeriodsPerYear(1);
        assertThrows(IllegalArgumentException.class, () -> Metrics.ofReturns(returns, MetricsOptions.DEFAULT));
        assertThrows(IllegalArgumentException.class, () -> Metrics.ofReturns(returns, yearly));
    }

    static void assertValue(PerformanceReport report, Metric metric, double expected) {
        double actual = report.find(metric).orElseThrow(() -> new AssertionError(metric + " is undefined"));
        assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)), metric.key());
    }

    static void assertUndefined(PerformanceReport report, Metric metric, UndefinedReason reason) {
        assertEquals(Figure.undefined(reason), report.figure(metric), metric.key());
    }
}
