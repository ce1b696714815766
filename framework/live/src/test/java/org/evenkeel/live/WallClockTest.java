package org.evenkeel.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WallClockTest {
    @Test
    void stopped_it_ends_whatever_waits_for_it_however_long_that_would_be() throws InterruptedException {
        WallClock clock = new WallClock();
        Thread stopper = Thread.ofVirtual().start(clock::stop);
        assertThrows(InterruptedException.class, () -> clock.await(Instant.MAX.minus(Duration.ofDays(366))));
        stopper.join();
        assertTrue(clock.isOver());
    }

    @Test
    void an_instant_that_has_come_is_not_waited_for() throws InterruptedException {
        WallClock clock = new WallClock();
        clock.await(clock.instant());
        clock.await(Instant.EPOCH);
        assertFalse(clock.isOver());
    }
}
