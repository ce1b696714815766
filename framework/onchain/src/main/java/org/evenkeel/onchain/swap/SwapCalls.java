package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Hop;
import org.evenkeel.onchain.route.Route;

/** Makes the transaction that swaps a route through one router: the whole of it, or nothing. */
public final class SwapCalls {
    private static final long TRANSACTION_GAS = 21_000;
    private static final long TICK_GAS = 25_000;

    private final RouterContract router;

    /** Through this router. */
    public SwapCalls(RouterContract router) {
        this.router = router;
    }

    /** The router. */
    public RouterContract router() {
        return router;
    }

    /** Why the route cannot be swapped at once through this router, where that is so. */
    public Optional<String> obstacle(Route route, boolean feeOnTransfer) {
        Optional<PoolState> foreign =
                hops(route).map(Hop::market).filter(pool -> !router.finds(pool)).findFirst();
        if (foreign.isPresent()) {
            return Optional.of("The router " + router.address() + " does not find the pool "
                    + foreign.orElseThrow().pool().address() + ": leave it out, or correct its exchange.");
        }
        return switch (router.kind()) {
            case V2_ROUTER -> V2Swaps.obstacle(router.address(), route);
            case SWAP_ROUTER_02 -> SwapRouter02Swaps.obstacle(router.address(), route, feeOnTransfer);
        };
    }

    /**
     * The transaction. The router must be approved for the amount before.
     *
     * @throws IllegalArgumentException when there is an obstacle
     */
    public PreparedCall swap(Route route, SwapTerms terms) {
        obstacle(route, terms.feeOnTransfer()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        PreparedCall call = PreparedCall.of(
                switch (router.kind()) {
                    case V2_ROUTER -> V2Swaps.swap(router.address(), route, terms);
                    case SWAP_ROUTER_02 -> SwapRouter02Swaps.swap(router.address(), route, terms);
                },
                gas(route));
        return call.until(terms.deadline());
    }

    /** By hops and ticks, and half more. */
    private static long gas(Route route) {
        long ticks = hops(route).mapToLong(hop -> hop.swap().ticksCrossed()).sum();
        return (TRANSACTION_GAS + GasCosts.FREE.gas(route) + ticks * TICK_GAS) / 2 * 3;
    }

    private static Stream<Hop> hops(Route route) {
        return route.parts().stream().flatMap(part -> part.hops().stream());
    }

    /** The tokens along hops. */
    static List<Address> tokens(List<Hop> hops) {
        return Stream.concat(Stream.of(hops.getFirst().tokenIn()), hops.stream().map(Hop::tokenOut))
                .toList();
    }

    static BigInteger seconds(SwapTerms terms) {
        return BigInteger.valueOf(terms.deadline().getEpochSecond());
    }
}
