package org.evenkeel.onchain.pool;

import java.math.BigInteger;

/**
 * What a pool would do.
 *
 * @param amountIn what it takes, the fee included
 * @param amountOut what it gives
 * @param after the pool afterwards: quote the next leg through the same pool from it
 * @param ticksCrossed how many initialised ticks were passed, each of which costs gas; 0 for a constant product
 */
public record Swap(BigInteger amountIn, BigInteger amountOut, PoolState after, int ticksCrossed) {}
