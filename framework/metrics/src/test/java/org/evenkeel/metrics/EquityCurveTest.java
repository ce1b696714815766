package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EquityCurveTest {

    @Test
    void a_date_is_closed_by_its_last_millisecond() {
        EquityCurve curve = EquityCurve.ofDates(List.of(LocalDate.parse("2024-02-29")), new double[] {5});
        assertEquals(Instant.parse("2024-02-29T23:59:59.999Z").toEpochMilli(), curve.times()[0]);
    }

    @Test
    void without_flows_the_growth_is_the_equity_itself() {
        EquityCurve curve = Curves.daily(100, 110);
        assertSame(curve.equity(), curve.growth());
        assertTrue(curve.findFlows().isEmpty());
    }

    @Test
    void with_flows_the_growth_is_that_of_one_unit() {
        EquityCurve curve = Curves.daily(100, 160, 80).withFlows(new double[] {100, 50, -80});
        assertArrayEquals(new double[] {1, 1.1, 1.1}, curve.growth(), 1e-15);
    }

    @Test
    void bad_columns_are_refused_with_the_place_and_the_remedy() {
        assertMessage("at least one point", () -> Curves.daily());
        assertMessage("There are 2 times but 1 values", () -> EquityCurve.of(new long[] {1, 2}, new double[1]));
        assertMessage("equity at point 1 is NaN", () -> Curves.daily(1, Double.NaN));
        assertMessage("flows at point 0 is Infinity", () -> Curves.daily(1).withFlows(new double[] {1 / 0.0}));
        assertMessage("point 1 is at 1970-01-01T00:00:00.005Z", () -> EquityCurve.of(new long[] {5, 5}, new double[2]));
    }

    @Test
    void trades_and_options_out_of_range_are_refused() {
        double[] none = {};
        assertMessage("fees paid", () -> new TradeCosts(-1, 0, 0, 0));
        assertMessage("volume", () -> new TradeStatistics(none, Double.NaN, TradeCosts.NONE, none));
        assertMessage(
                "exposure at position 0",
                () -> new TradeStatistics(none, 0, TradeCosts.NONE, new double[] {Double.NaN}));
        assertMessage("realised profit", () -> new TradeStatistics(new double[] {1 / 0.0}, 0, TradeCosts.NONE, none));
        assertMessage("gas paid", () -> new TradeCosts(0, 0, 1 / 0.0, 0));
        assertMessage("price impact", () -> new TradeCosts(0, Double.NaN, 0, 0));
        assertMessage("bridging paid", () -> new TradeCosts(0, 0, 0, -1));
        assertMessage("Periods per year", () -> MetricsOptions.DEFAULT.withPeriodsPerYear(0));
        assertMessage("risk-free", () -> MetricsOptions.DEFAULT.withRiskFreeRate(-1));
        assertEquals(
                OptionalDouble.of(252),
                MetricsOptions.DEFAULT
                        .withPeriodsPerYear(252)
                        .withRiskFreeRate(0.02)
                        .periodsPerYear());
    }

    private static void assertMessage(String part, Runnable call) {
        Exception refusal = assertThrows(IllegalArgumentException.class, call::run);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
