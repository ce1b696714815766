package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Swap;

/**
 * One swap on the way.
 *
 * @param market the pool as it was before any swap of the route
 * @param direction which of its tokens goes in
 * @param swap what is done, after the swaps of the route that come before
 */
public record Hop(PoolState market, Direction direction, Swap swap) {
    /** The token that goes in. */
    public Address tokenIn() {
        return market.pool().tokenIn(direction);
    }

    /** The token that comes out. */
    public Address tokenOut() {
        return market.pool().tokenOut(direction);
    }

    /** The way back through the pool as this swap leaves it, where it takes the amount. */
    public Optional<Hop> back(BigInteger amount) {
        PoolState after = swap.after();
        Direction opposite = direction.opposite();
        return after.quoteExactIn(opposite, amount).whole().map(there -> new Hop(after, opposite, there));
    }
}
