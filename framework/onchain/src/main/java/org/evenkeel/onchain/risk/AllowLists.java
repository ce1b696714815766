package org.evenkeel.onchain.risk;

import java.util.Optional;
import java.util.Set;
import org.evenkeel.onchain.Address;

/**
 * What a trade may touch.
 *
 * @param tokens at the ends of a trade and on its way
 * @param routers contracts that are called and approved
 * @param pools on the way; without a list, all between allowed tokens
 */
public record AllowLists(Set<Address> tokens, Set<Address> routers, Optional<Set<Address>> pools) {
    /** Copies. */
    public AllowLists {
        tokens = Set.copyOf(tokens);
        routers = Set.copyOf(routers);
        pools = pools.map(Set::copyOf);
    }
}
