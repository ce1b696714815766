package org.evenkeel.onchain.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;

/**
 * A router and the pools that it finds, which never changes.
 *
 * @param pools their addresses
 */
record RouterReach(RouterContract router, Set<Address> pools) {
    /**
     * The routers of a place, in their order. One that finds nothing that a better one before it does not find is left out:
     * it would be asked for routes, and never have the best.
     */
    static List<RouterReach> of(Place place, Map<PoolRef, Pool> pools) {
        List<RouterReach> kept = new ArrayList<>();
        for (RouterContract router : place.routers()) {
            RouterReach reach = new RouterReach(
                    router,
                    pools.entrySet().stream()
                            .filter(pool -> router.finds(pool.getKey().dex(), pool.getValue()))
                            .map(pool -> pool.getValue().address())
                            .collect(Collectors.toUnmodifiableSet()));
            if (!reach.pools.isEmpty() && kept.stream().noneMatch(before -> before.covers(reach))) {
                kept.add(reach);
            }
        }
        return kept;
    }

    /** A router that swaps along several paths at once does all that another does with the same pools. */
    private boolean covers(RouterReach later) {
        return (router.kind() == RouterKind.SWAP_ROUTER_02 || router.kind() == later.router.kind())
                && pools.containsAll(later.pools);
    }
}
