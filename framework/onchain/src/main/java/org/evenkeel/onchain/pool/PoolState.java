package org.evenkeel.onchain.pool;

import java.math.BigInteger;

/**
 * A pool as it was at one block. Immutable; a quote is calculated here, in microseconds, and is what the pool's contract
 * would do at that block, to the base unit.
 */
public sealed interface PoolState permits ConstantProductPool, ConcentratedPool {
    /** What of the pool never changes. */
    Pool pool();

    /**
     * What comes out for an amount that goes in.
     *
     * @param amountIn in base units of the token that goes in
     * @throws IllegalArgumentException when the amount is negative
     */
    Quote quoteExactIn(Direction direction, BigInteger amountIn);

    /**
     * What has to go in for an amount to come out.
     *
     * @param amountOut in base units of the token that comes out
     * @throws IllegalArgumentException when the amount is negative
     */
    Quote quoteExactOut(Direction direction, BigInteger amountOut);

    /**
     * What the amount would bring at the pool's mid price: without fee and without moving the price, rounded down. How
     * far a quote is below it is fee and price impact.
     *
     * @throws IllegalArgumentException when the amount is negative
     */
    BigInteger atMidPrice(Direction direction, BigInteger amountIn);
}
