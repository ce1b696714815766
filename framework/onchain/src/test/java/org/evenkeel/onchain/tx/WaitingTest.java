package org.evenkeel.onchain.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.Bytes;
import org.junit.jupiter.api.Test;

final class WaitingTest {
    private static final TxOutcome OPEN = new TxOutcome.StillOpen("trade 1", Bytes.EMPTY, "it waits");

    private final List<Duration> slept = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private Waiting waiting(Duration until, Duration interval, Duration aLook) {
        return Waiting.until(now.plus(until), interval, () -> now, time -> {
            slept.add(time);
            now = now.plus(time).plus(aLook);
        });
    }

    @Test
    void it_waits_the_same_time_between_looks_and_looks_once_more_at_the_deadline() {
        Waiting waiting = waiting(Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ZERO);
        int looks = 1;
        while (waiting.again(OPEN)) {
            looks++;
        }
        assertEquals(List.of(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofSeconds(2)), slept);
        assertEquals(4, looks);
    }

    @Test
    void the_time_that_looks_take_counts() {
        Waiting waiting = waiting(Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ofSeconds(3));
        assertTrue(waiting.again(OPEN));
        assertTrue(waiting.again(OPEN));
        assertFalse(waiting.again(OPEN));
        assertEquals(List.of(Duration.ofSeconds(4), Duration.ofSeconds(3)), slept);
    }

    @Test
    void past_the_deadline_it_does_not_wait_at_all() {
        assertFalse(waiting(Duration.ZERO, Duration.ofSeconds(4), Duration.ZERO).again(OPEN));
        assertEquals(List.of(), slept);
    }

    @Test
    void an_interruption_ends_it_and_is_kept_for_who_waits() {
        Waiting waiting = Waiting.until(now.plusSeconds(10), Duration.ofSeconds(1), () -> now, time -> {
            throw new InterruptedException();
        });
        assertFalse(waiting.again(OPEN));
        assertTrue(Thread.interrupted());
    }

    @Test
    void no_interval_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> waiting(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO));
    }
}
