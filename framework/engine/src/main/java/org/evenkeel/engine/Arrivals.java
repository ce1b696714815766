package org.evenkeel.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.state.model.Transfer;

/**
 * When to look after transfers: at the instant at which each is expected, and again for as long as it has not come. What
 * has not arrived is never booked, however long ago it was expected.
 */
final class Arrivals {
    /**
     * A transfer to look after.
     *
     * @param transfer the transfer
     * @param at when
     */
    record Look(Transfer transfer, Instant at) {}

    private final Bridge bridge;
    private final Map<Long, Instant> late = new HashMap<>();

    Arrivals(Bridge bridge) {
        this.bridge = bridge;
    }

    /** The next look that is due before an instant. */
    Optional<Look> next(Collection<Transfer> inFlight, Instant until) {
        return inFlight.isEmpty()
                ? Optional.empty()
                : inFlight.stream()
                        .map(transfer -> new Look(transfer, due(transfer)))
                        .filter(look -> look.at().isBefore(until))
                        .min(Comparator.comparing(Look::at));
    }

    private Instant due(Transfer transfer) {
        return late.getOrDefault(transfer.id(), transfer.times().arrives());
    }

    /** Whether it is on its way no more; if it is, it is looked after again later. */
    boolean hasEnded(Transfer transfer, Bridge.Whereabouts where, Instant at) {
        boolean ended = !(where instanceof Bridge.InFlight);
        if (ended) {
            late.remove(transfer.id());
        } else {
            late.put(transfer.id(), later(transfer, at));
        }
        return ended;
    }

    /** A bridge that would have it asked at once again would keep the loop from ever going on. */
    private Instant later(Transfer transfer, Instant at) {
        Instant again = bridge.lookAgain(transfer, at);
        if (!again.isAfter(at)) {
            throw new IllegalStateException("The bridge wants to be asked after transfer " + transfer.id() + " at "
                    + again + ", which is not after " + at + ": give a later time.");
        }
        return again;
    }
}
