package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.onchain.Address;

/**
 * A whole amount, in parts. They are meant to be filled in this order and together: a pool that two of them use is quoted
 * for the second as the first leaves it.
 *
 * @param parts at least one
 */
public record Route(List<RoutePart> parts) {
    /**
     * @throws IllegalArgumentException when the parts are not all from one token to one other
     */
    public Route {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A route has no part: it needs at least one.");
        }
        RoutePart first = parts.getFirst();
        for (RoutePart part : parts) {
            if (!part.tokenIn().equals(first.tokenIn()) || !part.tokenOut().equals(first.tokenOut())) {
                throw new IllegalArgumentException("A route has parts from " + first.tokenIn() + " to "
                        + first.tokenOut() + " and from " + part.tokenIn() + " to " + part.tokenOut()
                        + ": they must be from one token to one other.");
            }
        }
    }

    /** The token that goes in. */
    public Address tokenIn() {
        return parts.getFirst().tokenIn();
    }

    /** The token that comes out. */
    public Address tokenOut() {
        return parts.getFirst().tokenOut();
    }

    /** In base units of the token that goes in. */
    public BigInteger amountIn() {
        return sum(RoutePart::amountIn);
    }

    /** In base units of the token that comes out. */
    public BigInteger amountOut() {
        return sum(RoutePart::amountOut);
    }

    /** What it would bring at the pools' mid prices, without fees. */
    public BigInteger atMidPrice() {
        return sum(part -> part.leg().atMidPrice());
    }

    /** What it would bring at the pools' mid prices after their fees: how far the output is below it is price impact. */
    public BigInteger atMidPriceAfterFees() {
        return sum(part -> part.leg().atMidPriceAfterFees());
    }

    /** What goes in, shared out between the ways that it goes. */
    public List<Leg> legs() {
        return parts.stream().map(RoutePart::leg).toList();
    }

    private BigInteger sum(Function<RoutePart, BigInteger> figure) {
        return parts.stream().map(figure).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
