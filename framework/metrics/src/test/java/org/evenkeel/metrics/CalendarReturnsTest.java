package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarReturnsTest {

    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);

    @Test
    void midnight_of_the_first_closes_the_month_before() {
        EquityCurve curve = curve(
                new double[] {100, 110, 121, 60.5},
                "2024-01-30T00:00:00Z",
                "2024-02-01T00:00:00Z",
                "2024-02-01T01:00:00Z",
                "2024-03-01T00:00:00Z");
        assertFigures(CalendarReturns.monthly(curve), JANUARY, 0.1, FEBRUARY, -0.45);
    }

    @Test
    void a_value_of_a_date_belongs_to_the_month_of_the_date() {
        List<LocalDate> dates =
                List.of(LocalDate.parse("2024-01-30"), LocalDate.parse("2024-01-31"), LocalDate.parse("2024-02-01"));
        EquityCurve curve = EquityCurve.ofDates(dates, new double[] {100, 110, 55});
        assertFigures(CalendarReturns.monthly(curve), JANUARY, 0.1, FEBRUARY, -0.5);
    }

    @Test
    void a_month_without_a_point_is_a_blank_and_not_a_zero() {
        EquityCurve curve = curve(new double[] {100, 120}, "2024-01-15T00:00:00Z", "2024-04-15T00:00:00Z");
        assertEquals(
                List.of(YearMonth.of(2024, 4)),
                List.copyOf(CalendarReturns.monthly(curve).keySet()));
        assertTrue(CalendarReturns.monthly(Curves.daily(5)).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void months_and_years_compound_to_the_whole(long seed) {
        EquityCurve curve = EquityCurve.of(Curves.times(900, Curves.DAY), Curves.equity(seed, 900));
        double whole = curve.equity()[899] / curve.equity()[0];
        assertEquals(whole, product(CalendarReturns.monthly(curve)), 1e-10 * whole);
        assertEquals(whole, product(CalendarReturns.yearly(curve)), 1e-10 * whole);
        assertEquals(
                List.of(Year.of(2021), Year.of(2022), Year.of(2023)),
                List.copyOf(CalendarReturns.yearly(curve).keySet()));
    }

    @Test
    void a_month_in_debt_is_undefined_and_makes_its_year_so() {
        EquityCurve curve = curve(
                new double[] {100, -10, 20, 40},
                "2024-01-15T00:00:00Z",
                "2024-01-20T00:00:00Z",
                "2024-02-20T00:00:00Z",
                "2024-03-20T00:00:00Z");
        Figure undefined = Figure.undefined(UndefinedReason.EQUITY_NOT_POSITIVE);
        SortedMap<YearMonth, Figure> months = CalendarReturns.monthly(curve);
        assertEquals(undefined, months.get(FEBRUARY));
        assertEquals(Figure.value(1), months.get(YearMonth.of(2024, 3)));
        assertEquals(undefined, CalendarReturns.yearly(curve).get(Year.of(2024)));
    }

    private static EquityCurve curve(double[] equity, String... times) {
        return EquityCurve.of(
                List.of(times).stream()
                        .mapToLong(time -> Instant.parse(time).toEpochMilli())
                        .toArray(),
                equity);
    }

    private static void assertFigures(
            SortedMap<YearMonth, Figure> months, YearMonth first, double a, YearMonth second, double b) {
        assertEquals(List.of(first, second), List.copyOf(months.keySet()).subList(0, 2));
        assertEquals(a, months.get(first).find().orElseThrow(), 1e-12);
        assertEquals(b, months.get(second).find().orElseThrow(), 1e-12);
    }

    private static double product(SortedMap<?, Figure> figures) {
        return figures.values().stream()
                .mapToDouble(figure -> 1 + figure.find().orElseThrow())
                .reduce(1, (a, b) -> a * b);
    }
}
