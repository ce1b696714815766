package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.PoolHoldings;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.SwapCalls;

/**
 * A router at a block: what it can do with the pools that it finds.
 *
 * @param calls makes its transactions
 * @param finder over the pools that it finds
 */
record RouterDesk(SwapCalls calls, RouteFinder finder) {
    static RouterDesk of(RouterReach reach, Map<Address, PoolHoldings> readable, RouteLimits limits) {
        List<PoolState> found = reach.pools().stream()
                .flatMap(pool -> Optional.ofNullable(readable.get(pool)).stream())
                .map(PoolHoldings::state)
                .toList();
        RouteLimits own = reach.router().kind() == RouterKind.V2_ROUTER ? limits.withParts(1) : limits;
        return new RouterDesk(new SwapCalls(reach.router()), new RouteFinder(found, own));
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
