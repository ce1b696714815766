package org.evenkeel.data.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2021-06-01, 2021-06-01T00:00:00Z",
        "2021/6/1, 2021-06-01T00:00:00Z",
        "20210601, 2021-06-01T00:00:00Z",
        "2021-06-01 13:05, 2021-06-01T13:05:00Z",
        "2021-06-01 13:05:09, 2021-06-01T13:05:09Z",
        "2021-06-01T13:05:09, 2021-06-01T13:05:09Z",
        "2021-06-01T13:05:09.250Z, 2021-06-01T13:05:09.250Z",
        "2021-06-01 13:05:09+02:00, 2021-06-01T11:05:09Z",
        "2021-06-01 13:05:09 +0200, 2021-06-01T11:05:09Z",
        "2021-06-01 13:05:09 UTC, 2021-06-01T13:05:09Z",
        "1622552709, 2021-06-01T13:05:09Z",
        "1622552709.5, 2021-06-01T13:05:09.500Z",
        "1622552709250, 2021-06-01T13:05:09.250Z",
        "1622552709250000, 2021-06-01T13:05:09.250Z",
        "1622552709250000000, 2021-06-01T13:05:09.250Z",
        "1.622552709e9, 2021-06-01T13:05:09Z",
        "1962-01-02, 1962-01-02T00:00:00Z",
    })
    void a_time_is_read_however_it_is_written(String text, Instant expected) {
        assertEquals(expected, Instant.ofEpochMilli(TimeTexts.findMillis(text).orElseThrow()));
    }

    @ParameterizedTest(name = "'{0}'")
    @ValueSource(
            strings = {"", " ", "soon", "01/02/2021", "2021-13-01", "2021-02-30", "2021-06-01 25:00:00", "--", "1e", "."
            })
    void what_is_no_time_or_could_be_two_is_refused(String text) {
        assertTrue(TimeTexts.findMillis(text).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void usual_dates_are_read_as_the_general_reader_would(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DateTimeFormatter spaced =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
        for (int i = 0; i < 2000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L));
            assertEquals(time.toEpochMilli(), UsualDates.millis(spaced.format(time)));
            assertEquals(
                    time.toEpochMilli(), TimeTexts.findMillis(time.toString()).orElseThrow());
        }
    }
}
