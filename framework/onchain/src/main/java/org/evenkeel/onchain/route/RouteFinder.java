package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.PoolState;

/** Finds routes over pools as they were at a block. Immutable; the same is found whatever order the pools came in. */
public final class RouteFinder {
    private final Graph graph;
    private final RouteLimits limits;

    /**
     * Over these pools.
     *
     * @throws IllegalArgumentException when a pool is given twice
     */
    public RouteFinder(Collection<? extends PoolState> pools, RouteLimits limits) {
        this.graph = new Graph(pools);
        this.limits = limits;
    }

    /**
     * The route that brings most for an amount, its gas taken off: the best single path, which is exact, or where that
     * brings more, parts on several paths.
     *
     * @param amountIn in base units of the token that goes in; all of it is used
     * @return none where no pools lead there, or they cannot take the amount
     * @throws IllegalArgumentException when the amount is negative or the tokens are the same
     */
    public Optional<Route> find(Address tokenIn, Address tokenOut, BigInteger amountIn, GasCosts gas) {
        if (amountIn.signum() < 0 || tokenIn.equals(tokenOut)) {
            throw new IllegalArgumentException("There is no route for " + amountIn + " of " + tokenIn + " to "
                    + tokenOut + ": give 0 or more of one token, for another.");
        }
        if (amountIn.signum() == 0) {
            return Optional.empty();
        }
        Market market = graph.market();
        Optional<Route> single = new PathSearch(graph, market, gas, tokenIn, tokenOut)
                .best(amountIn, limits.mostHops())
                .map(path -> Plan.single(path, amountIn))
                .flatMap(plan -> plan.route(graph));
        if (limits.mostParts() == 1) {
            return single;
        }
        Optional<Route> split = new Splitter(graph, limits, gas).split(tokenIn, tokenOut, amountIn);
        return better(single, split, gas);
    }

    /** The second only where it brings more. */
    private static Optional<Route> better(Optional<Route> first, Optional<Route> second, GasCosts gas) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        BigInteger gain = gas.net(second.orElseThrow()).subtract(gas.net(first.orElseThrow()));
        return gain.signum() > 0 ? second : first;
    }
}
