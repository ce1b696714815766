package org.evenkeel.live;

import java.time.Duration;
import java.util.Optional;
import org.evenkeel.market.Interval;

/**
 * How a live run deals with time.
 *
 * @param slice how long prices are watched between two looks at everything else: what is open, the wallet, the next tick
 * @param tolerance how late a decision may be made or gone on with; where empty, a tenth of the cycle, and at most an hour
 * @param patience how long after it was expected a transfer between chains is reported as overdue
 */
public record LiveTerms(Duration slice, Optional<Duration> tolerance, Duration patience) {
    /** Looks every ten seconds, and an hour of patience. */
    public static final LiveTerms DEFAULTS =
            new LiveTerms(Duration.ofSeconds(10), Optional.empty(), Duration.ofHours(1));

    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * @throws IllegalArgumentException when the slice is not above 0, or another duration is negative
     */
    public LiveTerms {
        if (!slice.isPositive()
                || patience.isNegative()
                || tolerance.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("Slices of " + slice + ", a tolerance of " + tolerance
                    + " and a patience of " + patience + ": a slice is above 0, the others are 0 or more.");
        }
    }

    /** How late a decision of a cycle may be made or gone on with. */
    public Duration toleranceFor(Interval cycle) {
        Duration tenth = cycle.duration().dividedBy(10);
        return tolerance.orElse(tenth.compareTo(LONGEST) < 0 ? tenth : LONGEST);
    }
}
