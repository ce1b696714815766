package org.evenkeel.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;

/**
 * Positions whose triggers fired between two decisions without their being sold. What a later price may mend is tried
 * again when a later price touches the trigger: soon at first, and then after as long again as it has failed for, ten
 * minutes at most. What only a decision can mend waits for it. A sale that may have happened is waited for elsewhere, and
 * once it is known that it did not, the position is to be sold as before.
 */
final class Unsold {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<Long, Failures> failures = new HashMap<>();

    /** From the first of a row of failures to the last, after which it is tried again. */
    private record Failures(Instant first, Instant again) {
        Failures and(Instant at) {
            Duration lasted = Duration.between(first, at);
            return new Failures(first, at.plus(lasted.compareTo(LONGEST) < 0 ? lasted : LONGEST));
        }
    }

    void note(Position position, Outcome outcome, Instant at) {
        switch (outcome) {
            case TRADED -> failures.remove(position.id());
            case NO_CASH, NO_LIQUIDITY -> failures.put(position.id(), new Failures(at, Instant.MAX));
            default ->
                failures.compute(position.id(), (id, before) -> before == null ? new Failures(at, at) : before.and(at));
        }
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Whether the position may be sold at an instant. */
    boolean mayBeSold(Position position, Instant at) {
        Failures failed = failures.get(position.id());
        return failed == null || failed.again.isBefore(at);
    }

    /** After when, in the order of time, positions are tried again that may be sold before a decision comes, but not now. */
    SortedSet<Instant> againAfter(Collection<Position> positions, Instant now) {
        SortedSet<Instant> times = new TreeSet<>();
        for (Position position : positions) {
            Failures failed = failures.get(position.id());
            if (failed != null && !failed.again.isBefore(now) && !failed.again.equals(Instant.MAX)) {
                times.add(failed.again);
            }
        }
        return times;
    }
}
