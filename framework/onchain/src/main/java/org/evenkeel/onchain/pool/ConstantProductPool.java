package org.evenkeel.onchain.pool;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A pool whose reserves' product a trade does not lower (Uniswap v2 Core whitepaper, section 3.2.1). Forks differ in the
 * fee, which is the pool's.
 *
 * @param pool what never changes
 * @param reserve0 of the first token, as the contract keeps it
 * @param reserve1 of the second token
 */
public record ConstantProductPool(Pool pool, BigInteger reserve0, BigInteger reserve1) implements PoolState {
    /** A pair keeps its reserves in 112 bits each, and refuses to hold more. */
    private static final int RESERVE_BITS = 112;

    private static final BigInteger ALL_PIPS = BigInteger.valueOf(Pool.ALL_PIPS);

    /**
     * @throws IllegalArgumentException when a reserve is none that a pair can have
     */
    public ConstantProductPool {
        requireReserve(pool, reserve0);
        requireReserve(pool, reserve1);
    }

    private static void requireReserve(Pool pool, BigInteger reserve) {
        if (reserve.signum() < 0 || reserve.bitLength() > RESERVE_BITS) {
            throw new IllegalArgumentException("Pool " + pool.address() + " has a reserve of " + reserve
                    + ": a pair holds 0 to 2^" + RESERVE_BITS + " - 1.");
        }
    }

    @Override
    public Quote quoteExactIn(Direction direction, BigInteger amountIn) {
        return Amounts.refusal(amountIn).orElseGet(() -> exactIn(direction, amountIn));
    }

    private Quote exactIn(Direction direction, BigInteger amountIn) {
        if (isEmpty()) {
            return Quote.unfilled(Quote.Reason.NOT_ENOUGH_LIQUIDITY);
        }
        BigInteger afterFee = amountIn.multiply(keptPips());
        BigInteger amountOut = afterFee.multiply(reserveOut(direction))
                .divide(reserveIn(direction).multiply(ALL_PIPS).add(afterFee));
        return quote(direction, amountIn, amountOut);
    }

    @Override
    public Quote quoteExactOut(Direction direction, BigInteger amountOut) {
        return Amounts.refusal(amountOut).orElseGet(() -> exactOut(direction, amountOut));
    }

    private Quote exactOut(Direction direction, BigInteger amountOut) {
        BigInteger left = reserveOut(direction).subtract(amountOut);
        if (isEmpty() || left.signum() <= 0) {
            return Quote.unfilled(Quote.Reason.NOT_ENOUGH_LIQUIDITY);
        }
        // The contracts round down and add one, which is one too many where the quotient is whole.
        BigInteger amountIn = reserveIn(direction)
                .multiply(amountOut)
                .multiply(ALL_PIPS)
                .divide(left.multiply(keptPips()))
                .add(BigInteger.ONE);
        return quote(direction, amountIn, amountOut);
    }

    private Quote quote(Direction direction, BigInteger amountIn, BigInteger amountOut) {
        BigInteger newIn = reserveIn(direction).add(amountIn);
        if (newIn.bitLength() > RESERVE_BITS) {
            return Quote.unfilled(Quote.Reason.TOO_LARGE);
        }
        if (amountOut.signum() == 0) {
            return Quote.unfilled(Quote.Reason.TOO_SMALL);
        }
        BigInteger newOut = reserveOut(direction).subtract(amountOut);
        ConstantProductPool after = direction == Direction.ZERO_FOR_ONE
                ? new ConstantProductPool(pool, newIn, newOut)
                : new ConstantProductPool(pool, newOut, newIn);
        return new Quote.Filled(new Swap(amountIn, amountOut, after, 0));
    }

    @Override
    public BigInteger atMidPrice(Direction direction, BigInteger amountIn) {
        Amounts.requireNotNegative(amountIn);
        return Optional.of(reserveIn(direction))
                .filter(reserve -> reserve.signum() > 0)
                .map(reserve -> amountIn.multiply(reserveOut(direction)).divide(reserve))
                .orElse(BigInteger.ZERO);
    }

    private boolean isEmpty() {
        return reserve0.signum() == 0 || reserve1.signum() == 0;
    }

    private BigInteger keptPips() {
        return BigInteger.valueOf(Pool.ALL_PIPS - (long) pool.feePips());
    }

    private BigInteger reserveIn(Direction direction) {
        return direction == Direction.ZERO_FOR_ONE ? reserve0 : reserve1;
    }

    private BigInteger reserveOut(Direction direction) {
        return reserveIn(direction.opposite());
    }
}
