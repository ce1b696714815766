package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IntervalTest {
    @ParameterizedTest
    @CsvSource({"250ms,250", "90s,90000", "15m,900000", "1h,3600000", "7d,604800000", "2w,1209600000", "' 4h ',14400000"
    })
    void a_text_of_number_and_unit_is_read(String text, long millis) {
        assertEquals(new Interval(millis), Interval.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "1", "1 h", "-1h", "1.5h", "1y", "1M", "1H", "12345678901h", "1h1m"})
    void a_text_that_is_no_interval_is_refused_with_an_example(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Interval.parse(text))
                .getMessage();
        assertTrue(message.contains("'" + text + "'") && message.contains("1h or 7d"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "0ms"})
    void an_interval_of_no_length_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Interval.parse(text));
    }

    @SeededTest
    void the_text_of_an_interval_reads_back_as_the_same_interval(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            long unit = List.of(1L, 1000L, 60_000L, 3_600_000L, 86_400_000L).get(random.nextInt(5));
            Interval interval = new Interval(unit * (1 + random.nextInt(100_000)));
            assertEquals(interval, Interval.parse(interval.toString()));
        }
    }

    @Test
    void the_text_uses_the_largest_unit_that_fits() {
        assertEquals("7d", Interval.WEEKLY.toString());
        assertEquals("36h", Interval.hours(36).toString());
        assertEquals("90m", Interval.minutes(90).toString());
        assertEquals("1s", new Interval(1000).toString());
        assertEquals("1500ms", new Interval(1500).toString());
    }

    @SeededTest
    void a_cell_of_the_grid_holds_its_time_and_starts_on_the_grid(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            Interval interval = Interval.parse(
                    1 + random.nextInt(60) + List.of("m", "h", "d", "w").get(random.nextInt(4)));
            long time = random.nextLong(-5_000_000_000_000L, 5_000_000_000_000L);
            long floor = interval.floor(time);
            assertTrue(floor <= time && time < floor + interval.millis());
            assertEquals(floor, interval.floor(floor));
            assertEquals(floor + interval.millis(), interval.floor(floor + interval.millis()));
            assertEquals(floor == time ? time : floor + interval.millis(), interval.ceil(time));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d", "1w", "2w", "28d"})
    void whole_weeks_start_on_monday_midnight_before_and_after_the_epoch(String text) {
        Interval interval = Interval.parse(text);
        for (String time : List.of("1901-03-04T05:06:07Z", "1970-01-01T00:00:00Z", "2022-11-10T12:00:00Z")) {
            var floor = Instant.ofEpochMilli(interval.floor(Instant.parse(time).toEpochMilli()))
                    .atZone(ZoneOffset.UTC);
            assertEquals(DayOfWeek.MONDAY, floor.getDayOfWeek());
            assertEquals(Duration.ZERO, Duration.between(floor.toLocalDate().atStartOfDay(ZoneOffset.UTC), floor));
        }
    }

    @Test
    void intervals_that_are_not_whole_weeks_start_at_the_epoch() {
        long day = 24 * 3_600_000L;
        assertEquals(30 * day, Interval.days(30).floor(59 * day));
        assertEquals(-30 * day, Interval.days(30).floor(-1));
        assertEquals(-day, Interval.DAILY.floor(-1));
        assertEquals(0, Interval.days(30).ceil(-1));
    }

    @Test
    void an_instant_just_after_a_grid_line_is_lifted_to_the_next() {
        Instant line = Instant.parse("2022-11-07T00:00:00Z");
        assertEquals(line, Interval.WEEKLY.ceil(line));
        assertEquals(Instant.parse("2022-11-14T00:00:00Z"), Interval.WEEKLY.ceil(line.plusNanos(1)));
        assertEquals(line, Interval.WEEKLY.ceil(line.minusNanos(1)));
    }

    @Test
    void intervals_are_ordered_by_length_and_known_as_durations() {
        assertTrue(Interval.HOURLY.compareTo(Interval.DAILY) < 0);
        assertEquals(Duration.ofDays(7), Interval.WEEKLY.duration());
        assertEquals(Interval.DAILY, Interval.hours(24));
    }
}
