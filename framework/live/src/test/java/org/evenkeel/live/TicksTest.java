package org.evenkeel.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.api.Schedule;
import org.evenkeel.market.Interval;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class TicksTest {
    private static final Instant MONDAY = Instant.parse("2022-01-03T00:00:00Z");
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private static Ticks weekly(Duration offset, Instant last) {
        return new Ticks(new Schedule(Interval.WEEKLY, offset), TOLERANCE, last);
    }

    private static Instant after(Duration since) {
        return MONDAY.plus(since);
    }

    @Test
    void a_tick_is_due_from_its_instant_to_the_end_of_the_tolerance() {
        Ticks ticks = weekly(Duration.ZERO, MONDAY.minusMillis(1));
        assertEquals(Optional.empty(), ticks.due(MONDAY.minusMillis(1)));
        assertEquals(Optional.of(MONDAY), ticks.due(MONDAY));
        assertEquals(Optional.of(MONDAY), ticks.due(MONDAY.plus(TOLERANCE)));
        assertEquals(Optional.empty(), ticks.due(MONDAY.plus(TOLERANCE).plusNanos(1)));
    }

    @Test
    void the_offset_moves_every_tick() {
        Ticks ticks = weekly(Duration.ofHours(30), MONDAY);
        assertEquals(after(Duration.ofHours(30)), ticks.after(MONDAY));
        assertEquals(Optional.of(after(Duration.ofHours(30))), ticks.due(after(Duration.ofHours(31))));
    }

    @Test
    void a_run_begins_with_the_first_tick_that_comes_after_it() {
        Ticks ticks = weekly(Duration.ZERO, after(Duration.ofMinutes(10)).minusMillis(1));
        assertEquals(Optional.empty(), ticks.due(after(Duration.ofMinutes(11))));
        assertEquals(Optional.empty(), ticks.missed(after(Duration.ofDays(6))));
        assertEquals(Optional.of(after(Duration.ofDays(7))), ticks.due(after(Duration.ofDays(7))));
    }

    @Test
    void a_tick_that_was_dealt_with_is_neither_due_nor_missed() {
        Ticks ticks = weekly(Duration.ZERO, MONDAY.minusMillis(1));
        ticks.dealtWith(MONDAY);
        assertEquals(Optional.empty(), ticks.due(MONDAY.plusSeconds(1)));
        assertEquals(Optional.empty(), ticks.missed(after(Duration.ofDays(3))));
    }

    @SeededTest
    void every_tick_is_decided_at_or_missed_and_none_twice(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Duration offset = Duration.ofMinutes(random.nextInt(60));
        Duration tolerance = Duration.ofMinutes(random.nextInt(60));
        Ticks ticks = new Ticks(new Schedule(Interval.HOURLY, offset), tolerance, MONDAY.minusMillis(1));
        List<Instant> met = new ArrayList<>();
        Instant now = MONDAY;
        for (int look = 0; look < 100; look++) {
            now = now.plus(Duration.ofSeconds(random.nextInt(1, random.nextInt(10) == 0 ? 40_000 : 2_000)));
            ticks.missed(now).ifPresent(missed -> {
                for (Instant tick = missed.first();
                        !tick.isAfter(missed.last());
                        tick = tick.plus(Duration.ofHours(1))) {
                    met.add(tick);
                }
            });
            ticks.due(now).ifPresent(tick -> {
                met.add(tick);
                ticks.dealtWith(tick);
            });
        }
        for (int i = 0; i < met.size(); i++) {
            assertEquals(MONDAY.plus(offset).plus(Duration.ofHours(i)), met.get(i));
        }
    }
}
