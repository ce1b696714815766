package org.evenkeel.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    /** Whether it may be sold before a decision comes, but not at an instant. */
    boolean mayBeSoldAfter(Position position, Instant at) {
        return !mayBeSold(position, at) && !again(position).equals(Instant.MAX);
    }

    /** After when a position that was not sold is tried again. */
    Instant again(Position position) {
        return Objects.requireNonNull(failures.get(position.id())).again;
    }
}
