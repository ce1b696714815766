package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.OptionalLong;
import org.evenkeel.metrics.arrays.Periods;
import org.junit.jupiter.api.Test;

/** Apple against the S&amp;P 500 from 2021 to 2025, held against published figures and against other libraries. */
class PublishedFactsTest {

    private static final String FILE = "equities-daily/mag7-spy-adjclose.csv";

    private static PerformanceReport appleAgainstSpy() {
        MetricsInput input = MetricsInput.of(Closes.of(FILE, "AAPL")).withBenchmark(Closes.of(FILE, "SPY"));
        return Metrics.of(input, MetricsOptions.DEFAULT.withPeriodsPerYear(252));
    }

    @Test
    void apple_has_the_published_alpha_and_beta_against_spy() {
        PerformanceReport report = appleAgainstSpy();
        assertEquals(0.0056, report.find(Metric.ALPHA).orElseThrow(), 5e-5);
        assertEquals(1.23, report.find(Metric.BETA).orElseThrow(), 5e-3);
    }

    @Test
    void five_years_of_trading_days_have_251_periods_a_year() {
        assertEquals(251.385, Periods.perYear(Closes.of(FILE, "SPY").times()), 1e-3);
    }

    /** The expected figures were computed with empyrical-reloaded 0.7.1 and scipy from the same file. */
    @Test
    void apple_has_the_figures_that_empyrical_gives() {
        PerformanceReport report = appleAgainstSpy();
        assertFigure(0.16716486063049, report, Metric.CAGR);
        assertFigure(0.27862640607846, report, Metric.VOLATILITY);
        assertFigure(-0.33360512698466, report, Metric.MAX_DRAWDOWN);
        assertFigure(0.50108600590596, report, Metric.CALMAR);
        assertFigure(-0.02803801243590, report, Metric.VALUE_AT_RISK);
        assertFigure(-0.03890763731359, report, Metric.CONDITIONAL_VALUE_AT_RISK);
        assertFigure(0.93265850909574, report, Metric.TAIL_RATIO);
        assertFigure(0.81553376591692, report, Metric.STABILITY);
        assertFigure(0.45388434267494, report, Metric.SKEW);
        assertFigure(6.51815532702643, report, Metric.KURTOSIS);
        assertFigure(0.69349488539908, report, Metric.SHARPE);
        assertFigure(1.02759802218930, report, Metric.SORTINO);
        assertFigure(1.13055514409675, report, Metric.OMEGA);
        assertFigure(1.54134298053135, report, Metric.UP_CAPTURE);
        assertFigure(1.05483764370329, report, Metric.DOWN_CAPTURE);
    }

    /** Years and dates as quantstats 0.0.86 gives them from the same file. */
    @Test
    void apple_has_the_years_and_the_worst_drawdowns_that_quantstats_gives() {
        EquityCurve curve = Closes.of(FILE, "AAPL");
        assertEquals(
                -0.264042,
                CalendarReturns.yearly(curve).get(Year.of(2022)).find().orElseThrow(),
                5e-7);
        assertEquals(
                0.090526,
                CalendarReturns.yearly(curve).get(Year.of(2025)).find().orElseThrow(),
                5e-7);
        List<DrawdownEpisode> worst = DrawdownEpisode.worst(curve, 2);
        assertEquals(-0.33360513, worst.get(0).depth(), 5e-9);
        assertEquals(LocalDate.parse("2025-04-08"), date(worst.get(0).troughTime()));
        assertEquals(-0.30912828, worst.get(1).depth(), 5e-9);
        assertEquals(LocalDate.parse("2023-01-05"), date(worst.get(1).troughTime()));
        assertEquals(OptionalLong.of(worst.get(1).endTime()), worst.get(1).recoveryTime());
    }

    private static LocalDate date(long time) {
        return LocalDate.ofEpochDay(Math.floorDiv(time, Curves.DAY));
    }

    private static void assertFigure(double expected, PerformanceReport report, Metric metric) {
        assertEquals(expected, report.find(metric).orElseThrow(), 1e-12, metric.key());
    }
}
