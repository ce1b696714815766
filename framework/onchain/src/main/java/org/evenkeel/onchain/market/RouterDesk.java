package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.SwapCalls;

/**
 * A router at a block: what it can do with the pools that it finds.
 *
 * @param calls makes its transactions
 * @param finder over the pools that it finds
 */
record RouterDesk(SwapCalls calls, RouteFinder finder) {
    static RouterDesk of(RouterContract router, Collection<PoolState> pools, RouteLimits limits) {
        List<PoolState> found = pools.stream().filter(router::finds).toList();
        RouteLimits own = router.kind() == RouterKind.V2_ROUTER ? limits.withParts(1) : limits;
        return new RouterDesk(new SwapCalls(router), new RouteFinder(found, own));
    }

    /** The route that brings most through any of these routers; among equals through the first. */
    static Optional<Routed> best(
            List<RouterDesk> desks, Address tokenIn, Address tokenOut, BigInteger amountIn, GasCosts gas) {
        return desks.stream()
                .flatMap(desk -> desk.finder.find(tokenIn, tokenOut, amountIn, gas).stream()
                        .map(route -> new Routed(route, desk.calls)))
                .min(Comparator.comparing((Routed routed) -> gas.net(routed.route()))
                        .reversed());
    }
}
