package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.market.Interval;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant MONDAY = Instant.parse("2021-06-07T00:00:00Z");
    private static final Schedule WEEKLY = new Schedule(Interval.WEEKLY, Duration.ZERO);

    private static List<Instant> ticks(Schedule schedule, Instant start, Instant end) {
        List<Instant> ticks = new ArrayList<>();
        for (Optional<Instant> tick = schedule.first(start, end);
                tick.isPresent();
                tick = schedule.next(tick.get(), end)) {
            ticks.add(tick.get());
        }
        return ticks;
    }

    @Test
    void a_week_begins_on_monday_at_midnight_utc() {
        Instant tuesday = Instant.parse("2021-06-01T00:00:00Z");

        List<Instant> ticks = ticks(WEEKLY, tuesday, Instant.parse("2023-02-01T00:00:00Z"));

        assertEquals(MONDAY, ticks.getFirst());
        assertEquals(Instant.parse("2023-01-30T00:00:00Z"), ticks.getLast());
        for (Instant tick : ticks) {
            assertEquals(DayOfWeek.MONDAY, tick.atZone(ZoneOffset.UTC).getDayOfWeek());
            assertEquals(0, tick.getEpochSecond() % 86_400);
        }
        assertEquals(87, ticks.size());
    }

    @Test
    void a_start_on_the_grid_is_a_tick_and_the_end_is_none() {
        assertEquals(List.of(MONDAY), ticks(WEEKLY, MONDAY, MONDAY.plus(Duration.ofDays(7))));
        assertEquals(
                2,
                ticks(WEEKLY, MONDAY, MONDAY.plus(Duration.ofDays(7)).plusMillis(1))
                        .size());
    }

    @Test
    void the_first_tick_is_never_before_the_start() {
        assertEquals(
                Optional.of(MONDAY.plus(Duration.ofDays(7))),
                WEEKLY.first(MONDAY.plusMillis(1), Instant.parse("2022-01-01T00:00:00Z")));
    }

    @Test
    void a_span_without_a_grid_line_has_no_tick() {
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));

        assertEquals(List.of(), ticks(WEEKLY, tuesday, tuesday.plus(Duration.ofDays(3))));
        assertEquals(0, WEEKLY.count(tuesday, tuesday.plus(Duration.ofDays(3))));
        assertEquals(0, WEEKLY.count(MONDAY, MONDAY));
        assertEquals(0, WEEKLY.count(MONDAY, MONDAY.minusSeconds(1)));
    }

    @Test
    void an_offset_moves_every_tick() {
        Schedule noons = new Schedule(Interval.WEEKLY, Duration.ofHours(60));

        List<Instant> ticks = ticks(noons, MONDAY, MONDAY.plus(Duration.ofDays(14)));

        assertEquals(List.of(Instant.parse("2021-06-09T12:00:00Z"), Instant.parse("2021-06-16T12:00:00Z")), ticks);
    }

    @Test
    void a_start_between_the_grid_line_and_the_offset_still_gets_that_tick() {
        Schedule noons = new Schedule(Interval.DAILY, Duration.ofHours(12));

        assertEquals(
                Optional.of(MONDAY.plus(Duration.ofHours(12))),
                noons.first(MONDAY.plus(Duration.ofHours(3)), MONDAY.plus(Duration.ofDays(1))));
    }

    @Test
    void thirty_days_are_counted_from_the_epoch() {
        Schedule monthly = new Schedule(Interval.days(30), Duration.ZERO);

        List<Instant> ticks = ticks(monthly, MONDAY, Instant.parse("2022-06-07T00:00:00Z"));

        for (Instant tick : ticks) {
            assertEquals(0, LocalDate.ofInstant(tick, ZoneOffset.UTC).toEpochDay() % 30);
        }
        assertEquals(12, ticks.size());
        assertTrue(!ticks.getFirst().isBefore(MONDAY));
    }

    /** Goes through every hour of the span and keeps those on the grid. */
    private static List<Instant> byTheHour(Interval cycle, int offsetHours, Instant start, Instant end) {
        long origin = cycle.millis() % Interval.WEEKLY.millis() == 0 ? 4 * 24 : 0;
        List<Instant> ticks = new ArrayList<>();
        for (long hour = Math.ceilDiv(start.toEpochMilli(), 3_600_000); hour * 3_600_000 < end.toEpochMilli(); hour++) {
            if (Math.floorMod(hour - origin - offsetHours, cycle.millis() / 3_600_000) == 0) {
                ticks.add(Instant.ofEpochMilli(hour * 3_600_000));
            }
        }
        return ticks;
    }

    @SeededTest
    void ticks_and_their_count_are_what_going_through_every_hour_finds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 100; k++) {
            Interval cycle =
                    Interval.hours(random.nextInt(4) == 0 ? 168 * random.nextInt(1, 5) : random.nextInt(1, 721));
            int offset = random.nextInt((int) (cycle.millis() / 3_600_000));
            Schedule schedule = new Schedule(cycle, Duration.ofHours(offset));
            Instant start = MONDAY.plusMillis(random.nextLong(400L * 86_400_000));
            Instant end = start.plusMillis(random.nextLong(300L * 86_400_000));
            if (random.nextBoolean()) {
                start = start.minusMillis(Math.floorMod(start.toEpochMilli(), 3_600_000L));
                end = end.minusMillis(Math.floorMod(end.toEpochMilli(), 3_600_000L));
            }

            assertEquals(byTheHour(cycle, offset, start, end), ticks(schedule, start, end), schedule + " case " + k);
            assertEquals(ticks(schedule, start, end).size(), schedule.count(start, end), schedule + " case " + k);
        }
    }

    @Test
    void the_last_tick_before_a_time_is_earlier_than_that_time() {
        Schedule late = new Schedule(Interval.WEEKLY, Duration.ofHours(5));
        long tick = MONDAY.plus(Duration.ofHours(5)).toEpochMilli();
        assertEquals(tick - Interval.WEEKLY.millis(), late.lastBefore(tick));
        assertEquals(tick, late.lastBefore(tick + 1));
        assertEquals(tick, late.lastBefore(tick + Interval.WEEKLY.millis()));
    }

    @Test
    void an_end_a_nanosecond_after_a_tick_counts_it() {
        assertEquals(2, WEEKLY.count(MONDAY, MONDAY.plus(Duration.ofDays(7)).plusNanos(1)));
        assertEquals(1, WEEKLY.count(MONDAY, MONDAY.plus(Duration.ofDays(7))));
    }

    @Test
    void cycles_and_offsets_out_of_range_are_refused() {
        assertThrows(ParameterException.class, () -> new Schedule(Interval.minutes(59), Duration.ZERO));
        assertThrows(ParameterException.class, () -> new Schedule(Interval.days(31), Duration.ZERO));
        assertThrows(ParameterException.class, () -> new Schedule(Interval.DAILY, Duration.ofHours(-1)));
        ParameterException thrown =
                assertThrows(ParameterException.class, () -> new Schedule(Interval.DAILY, Duration.ofHours(24)));
        assertEquals("Setting cycleOffset=1d is out of range: 0 to less than the cycle of 1d.", thrown.getMessage());
    }
}
