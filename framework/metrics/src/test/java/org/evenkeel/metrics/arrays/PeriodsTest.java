package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.evenkeel.metrics.Curves;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final long MONTH = Curves.DAY * 30;

    @Test
    void days_weeks_and_hours_have_their_calendar_number_in_a_year() {
        assertEquals(365.25, Periods.perYear(Curves.times(100, Curves.DAY)), 1e-9);
        assertEquals(365.25 / 7, Periods.perYear(Curves.times(60, 7 * Curves.DAY)), 1e-9);
        assertEquals(8766, Periods.perYear(Curves.times(5000, Curves.HOUR)), 1e-9);
        assertEquals(365.25 / 30, Periods.perYear(Curves.times(2, MONTH)), 1e-9);
    }

    @Test
    void business_days_without_holidays_are_five_in_seven() {
        long[] times = businessDays(LocalDate.parse("2021-01-04"), 1300);
        assertEquals(365.25 * 5 / 7, Periods.perYear(times), 0.3);
    }

    @Test
    void a_stub_at_either_end_is_left_out() {
        long[] weekly = Curves.times(6, 7 * Curves.DAY);
        long[] late = LongStream.concat(Arrays.stream(weekly), LongStream.of(weekly[5] + Curves.HOUR))
                .toArray();
        long[] early = LongStream.concat(LongStream.of(weekly[0] - Curves.DAY), Arrays.stream(late))
                .toArray();
        assertEquals(365.25 / 7, Periods.perYear(late), 1e-9);
        assertEquals(365.25 / 7, Periods.perYear(early), 1e-9);
    }

    @Test
    void of_three_periods_the_odd_one_is_a_stub_and_of_two_nobody_can_say() {
        long week = 7 * Curves.DAY;
        long[] three = {0, week, 2 * week, 2 * week + Curves.DAY};
        assertEquals(365.25 / 7, Periods.perYear(three), 1e-9);
        long[] two = {0, week, week + Curves.DAY};
        assertEquals(365.25 * 2 / 8, Periods.perYear(two), 1e-9);
    }

    @Test
    void half_a_period_is_no_stub_and_a_stub_at_the_start_may_be_all_that_is_left_out() {
        long week = 7 * Curves.DAY;
        long[] half = {0, week / 2, week * 3 / 2, week * 5 / 2, week * 3};
        assertEquals(365.25 / 7 * 4 / 3, Periods.perYear(half), 1e-9);
        long[] early = {0, Curves.DAY, Curves.DAY + week, Curves.DAY + 2 * week};
        assertEquals(365.25 / 7, Periods.perYear(early), 1e-9);
    }

    @Test
    void a_gap_lowers_the_number_of_periods_that_there_are_in_a_year() {
        long[] times = Curves.times(101, Curves.DAY);
        long[] gapped = LongStream.concat(Arrays.stream(times, 0, 41), Arrays.stream(times, 61, 101))
                .toArray();
        assertEquals(365.25 * 80 / 100, Periods.perYear(gapped), 1e-9);
    }

    @Test
    void one_point_has_no_period() {
        assertTrue(Double.isNaN(Periods.perYear(Curves.times(1, 1))));
        assertTrue(Double.isNaN(Periods.perYear(new long[0])));
        assertEquals(0, Periods.years(Curves.times(1, 1)), 0);
        assertEquals(1, Periods.years(new long[] {0, (long) Periods.YEAR_MILLIS}), 1e-15);
    }

    @Test
    void midnight_closes_the_day_before_it() {
        long[] hours = Curves.times(50, Curves.HOUR);
        assertArrayEquals(new int[] {0, 24, 48, 49}, Periods.closesOfDays(hours));
        long[] days = Curves.times(4, Curves.DAY);
        assertArrayEquals(new int[] {0, 1, 2, 3}, Periods.closesOfDays(days));
    }

    @Test
    void a_start_in_the_middle_of_a_day_is_kept_beside_the_close_of_that_day() {
        long[] hours = Arrays.stream(Curves.times(30, Curves.HOUR))
                .map(t -> t + 20 * Curves.HOUR)
                .toArray();
        assertArrayEquals(new int[] {0, 4, 28, 29}, Periods.closesOfDays(hours));
    }

    @Test
    void the_median_spacing_is_that_of_all_spacings_sorted() {
        Random random = new Random(1);
        for (int points = 2; points < 60; points++) {
            // From nearly all alike to hardly two alike.
            int lengths = 1 + random.nextInt(points);
            long[] times = new long[points];
            for (int i = 1; i < points; i++) {
                times[i] = times[i - 1] + 1 + random.nextInt(lengths);
            }
            long[] spacings = IntStream.range(1, points)
                    .mapToLong(i -> times[i] - times[i - 1])
                    .sorted()
                    .toArray();
            assertEquals(spacings[spacings.length / 2], Periods.medianSpacing(times), Arrays.toString(times));
        }
    }

    private static long[] businessDays(LocalDate from, int count) {
        return from.datesUntil(from.plusYears(20))
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .limit(count)
                .mapToLong(day -> day.toEpochDay() * Curves.DAY)
                .toArray();
    }

    @Test
    void why_no_figure_of_a_year_is_told_names_how_long_it_was() {
        long minute = 60_000;
        long day = 24 * 60 * minute;
        for (Map.Entry<Long, String> length : Map.of(
                        45_000L,
                        "45 seconds",
                        9 * minute,
                        "9 minutes",
                        200 * minute,
                        "3.3 hours",
                        3 * day,
                        "3 days",
                        30 * day - minute,
                        "29.9 days")
                .entrySet()) {
            assertEquals(
                    "No figure of a year is given: the run is " + length.getValue()
                            + " long, and they are given from 30 days on.",
                    Periods.noYear("the run", length.getKey()).orElseThrow());
        }
        assertTrue(Periods.noYear("the run", 30 * day).isEmpty());
    }
}
