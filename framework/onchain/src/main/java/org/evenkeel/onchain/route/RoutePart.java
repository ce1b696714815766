package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenkeel.onchain.Address;

/**
 * A part of the amount on its way through one pool after the other; each takes all that the one before gave.
 *
 * @param hops in their order, at least one
 */
public record RoutePart(List<Hop> hops) {
    /**
     * @throws IllegalArgumentException when a hop does not go on where the one before ended, or comes back to a token
     */
    public RoutePart {
        hops = List.copyOf(hops);
        if (hops.isEmpty()) {
            throw new IllegalArgumentException("A part of a route has no hop: it needs at least one.");
        }
        Set<Address> seen = new HashSet<>(Set.of(hops.getFirst().tokenIn()));
        for (int row = 0; row < hops.size(); row++) {
            if (row > 0) {
                requireJoined(hops.get(row - 1), hops.get(row));
            }
            if (!seen.add(hops.get(row).tokenOut())) {
                throw new IllegalArgumentException(
                        "A part of a route comes to " + hops.get(row).tokenOut() + " twice.");
            }
        }
    }

    private static void requireJoined(Hop before, Hop next) {
        if (!before.tokenOut().equals(next.tokenIn())
                || !before.swap().amountOut().equals(next.swap().amountIn())) {
            throw new IllegalArgumentException("A hop takes " + next.swap().amountIn() + " of " + next.tokenIn()
                    + ", but the one before it gives " + before.swap().amountOut() + " of " + before.tokenOut() + ".");
        }
    }

    /** The token that goes in. */
    public Address tokenIn() {
        return hops.getFirst().tokenIn();
    }

    /** The token that comes out. */
    public Address tokenOut() {
        return hops.getLast().tokenOut();
    }

    /** In base units of the token that goes in. */
    public BigInteger amountIn() {
        return hops.getFirst().swap().amountIn();
    }

    /** In base units of the token that comes out. */
    public BigInteger amountOut() {
        return hops.getLast().swap().amountOut();
    }

    /** What goes in, and the way that it goes. */
    public Leg leg() {
        return new Leg(
                new Way(hops.stream()
                        .map(hop -> new Way.Step(hop.market(), hop.direction()))
                        .toList()),
                amountIn());
    }
}
