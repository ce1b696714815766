package org.evenkeel.onchain.swap;

import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;

/**
 * A router on a chain.
 *
 * @param address its contract
 * @param kind what it understands
 * @param venues whose pools it finds
 */
public record RouterContract(Address address, RouterKind kind, List<Venue> venues) {
    /** Copies. */
    public RouterContract {
        venues = List.copyOf(venues);
    }

    /** Whether it trades with this pool. */
    public boolean finds(PoolState pool) {
        return venues.stream().anyMatch(venue -> venue.has(pool));
    }

    /** Whether it trades with this pool of an exchange. */
    public boolean finds(Dex dex, Pool pool) {
        return venues.stream().anyMatch(venue -> venue.dex().equals(dex) && venue.has(pool));
    }
}
