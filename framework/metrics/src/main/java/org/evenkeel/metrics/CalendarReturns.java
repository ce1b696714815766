package org.evenkeel.metrics;

import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Returns by calendar month and year in UTC, time weighted.
 *
 * <p>A period belongs to the month in which it ends, and one that ends at 00:00 of the first day to the month before. A
 * month in which no period ends is absent: a blank in the table, not a zero. The first and the last month hold what the
 * curve has of them.
 */
public final class CalendarReturns {

    private CalendarReturns() {}

    /** The compounded return of each month, in order. */
    public static SortedMap<YearMonth, Figure> monthly(EquityCurve curve) {
        SortedMap<YearMonth, Figure> months = new TreeMap<>();
        double[] returns = curve.returns();
        for (int from = 0; from < returns.length; ) {
            YearMonth month = monthOf(curve.times()[from + 1]);
            long end = month.plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            int to = from + 1;
            while (to < returns.length && curve.times()[to + 1] <= end) {
                to++;
            }
            months.put(month, compounded(returns, from, to));
            from = to;
        }
        return Collections.unmodifiableSortedMap(months);
    }

    /** The compounded return of each year, in order. */
    public static SortedMap<Year, Figure> yearly(EquityCurve curve) {
        SortedMap<Year, Figure> years = new TreeMap<>();
        monthly(curve).forEach((month, figure) -> years.merge(Year.of(month.getYear()), figure, CalendarReturns::then));
        return Collections.unmodifiableSortedMap(years);
    }

    private static YearMonth monthOf(long time) {
        return YearMonth.from(Instant.ofEpochMilli(time - 1).atZone(ZoneOffset.UTC));
    }

    private static Figure compounded(double[] returns, int from, int to) {
        double growth = 1;
        for (int i = from; i < to; i++) {
            growth *= 1 + returns[i];
        }
        return Figure.of(growth - 1, UndefinedReason.EQUITY_NOT_POSITIVE);
    }

    private static Figure then(Figure first, Figure second) {
        if (first instanceof Figure.Value(double a) && second instanceof Figure.Value(double b)) {
            return Figure.of((1 + a) * (1 + b) - 1, UndefinedReason.EQUITY_NOT_POSITIVE);
        }
        return first instanceof Figure.Undefined ? first : second;
    }
}
