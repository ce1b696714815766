package org.evenkeel.onchain.pool;

import java.math.BigInteger;

/**
 * A pool whose liquidity lies in ranges of the price (Uniswap v3 Core whitepaper).
 *
 * @param pool what never changes
 * @param sqrtPriceX96 the square root of the price, in base units of the second token for one of the first, times 2^96
 * @param tick the tick that the contract keeps with it; where a falling price stopped at an initialised tick, the one
 *     below it
 * @param liquidity in range now
 * @param ticks where it changes
 */
public record ConcentratedPool(Pool pool, BigInteger sqrtPriceX96, int tick, BigInteger liquidity, TickTable ticks)
        implements PoolState {
    /**
     * @throws IllegalArgumentException when price, tick and liquidity are not those of one moment
     */
    public ConcentratedPool {
        int highest = TickMath.tickAt(sqrtPriceX96);
        boolean onTheEdge = tick == highest - 1 && TickMath.sqrtPrice(highest).equals(sqrtPriceX96);
        if (tick != highest && !onTheEdge) {
            throw new IllegalArgumentException("Pool " + pool.address() + " is said to be at tick " + tick
                    + ", but its price is at tick " + highest + ": read both at one block.");
        }
        BigInteger expected = ticks.liquidityAt(tick);
        if (!liquidity.equals(expected)) {
            throw new IllegalArgumentException("Pool " + pool.address() + " is said to have a liquidity of " + liquidity
                    + ", but its ticks add up to " + expected + ": read both at one block.");
        }
    }

    @Override
    public Quote quoteExactIn(Direction direction, BigInteger amountIn) {
        return Amounts.refusal(amountIn).orElseGet(() -> new ConcentratedSwap(this, direction, true, amountIn).quote());
    }

    @Override
    public Quote quoteExactOut(Direction direction, BigInteger amountOut) {
        return Amounts.refusal(amountOut)
                .orElseGet(() -> new ConcentratedSwap(this, direction, false, amountOut).quote());
    }

    @Override
    public BigInteger atMidPrice(Direction direction, BigInteger amountIn) {
        Amounts.requireNotNegative(amountIn);
        BigInteger price = sqrtPriceX96.pow(2);
        return direction == Direction.ZERO_FOR_ONE
                ? amountIn.multiply(price).shiftRight(2 * SqrtPrices.PLACES)
                : amountIn.shiftLeft(2 * SqrtPrices.PLACES).divide(price);
    }
}
