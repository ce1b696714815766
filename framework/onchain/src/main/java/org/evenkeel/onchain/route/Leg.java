package org.evenkeel.onchain.route;

import java.math.BigInteger;

/**
 * An amount that goes one way.
 *
 * @param amountIn in base units of the token at the way's beginning
 */
public record Leg(Way way, BigInteger amountIn) {
    /** What it would bring at the pools' mid prices, without fees. */
    public BigInteger atMidPrice() {
        return way.forward(amountIn);
    }

    /** What it would bring at the pools' mid prices after their fees: how far what it brings is below is price impact. */
    public BigInteger atMidPriceAfterFees() {
        return way.forwardAfterFees(amountIn);
    }
}
