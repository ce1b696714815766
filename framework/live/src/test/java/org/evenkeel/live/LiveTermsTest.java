package org.evenkeel.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.evenkeel.market.Interval;
import org.junit.jupiter.api.Test;

final class LiveTermsTest {
    @Test
    void a_decision_may_be_late_by_a_tenth_of_its_cycle_and_at_most_an_hour() {
        assertEquals(Duration.ofMinutes(6), LiveTerms.DEFAULTS.toleranceFor(Interval.HOURLY));
        assertEquals(Duration.ofHours(1), LiveTerms.DEFAULTS.toleranceFor(Interval.DAILY));
        assertEquals(Duration.ofHours(1), LiveTerms.DEFAULTS.toleranceFor(Interval.WEEKLY));
    }

    @Test
    void what_was_set_counts() {
        LiveTerms set = new LiveTerms(Duration.ofSeconds(1), Optional.of(Duration.ofHours(5)), Duration.ZERO);
        assertEquals(Duration.ofHours(5), set.toleranceFor(Interval.HOURLY));
    }

    @Test
    void durations_out_of_range_are_refused() {
        Duration less = Duration.ofSeconds(-1);
        Duration some = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new LiveTerms(Duration.ZERO, Optional.empty(), some));
        assertThrows(IllegalArgumentException.class, () -> new LiveTerms(some, Optional.of(less), some));
        assertThrows(IllegalArgumentException.class, () -> new LiveTerms(some, Optional.empty(), less));
    }
}
