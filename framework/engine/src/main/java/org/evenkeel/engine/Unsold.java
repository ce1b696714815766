package org.evenkeel.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;

/**
 * Positions whose triggers fired between two decisions without their being sold. What a later price may mend is tried
 * again when a later price touches the trigger; what only a decision can mend waits for it. A sale that may have happened
 * is waited for elsewhere, and once it is known that it did not, the position is to be sold as before.
 */
final class Unsold {
    private final Map<Long, Instant> failedAt = new HashMap<>();

    void note(Position position, Outcome outcome, Instant at) {
        switch (outcome) {
            case TRADED -> failedAt.remove(position.id());
            case NO_CASH, NO_LIQUIDITY -> failedAt.put(position.id(), Instant.MAX);
            default -> failedAt.put(position.id(), at);
        }
    }

    boolean isEmpty() {
        return failedAt.isEmpty();
    }

    /** Whether the position may be sold at an instant. */
    boolean mayBeSold(Position position, Instant at) {
        Instant failed = failedAt.get(position.id());
        return failed == null || failed.isBefore(at);
    }

    /** Whether it may be sold after an instant, but not at it. */
    boolean mayBeSoldAfter(Position position, Instant at) {
        return at.equals(failedAt.get(position.id()));
    }
}
