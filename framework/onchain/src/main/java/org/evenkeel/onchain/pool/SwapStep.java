package org.evenkeel.onchain.pool;

import java.math.BigInteger;

/**
 * A part of a swap within which liquidity is constant: up to the price at which that may change, or to where the amount
 * ends (v3 Core whitepaper, section 6.2.3, "swapping within a single tick").
 *
 * @param price the square root of the price it ends at
 * @param amountIn what goes in, without the fee
 * @param amountOut what comes out
 * @param fee what goes in besides
 */
record SwapStep(BigInteger price, BigInteger amountIn, BigInteger amountOut, BigInteger fee) {
    private static final BigInteger ALL_PIPS = BigInteger.valueOf(Pool.ALL_PIPS);

    /** Where it begins, and how far it may go. */
    record Leg(Direction direction, BigInteger from, BigInteger target, BigInteger liquidity, int feePips) {
        private boolean falls() {
            return direction == Direction.ZERO_FOR_ONE;
        }

        /** What goes in on the way to a price, without the fee. */
        private BigInteger amountIn(BigInteger to) {
            return falls()
                    ? SqrtPrices.amount0(to, from, liquidity, true)
                    : SqrtPrices.amount1(from, to, liquidity, true);
        }

        /** What comes out on the way to a price. */
        private BigInteger amountOut(BigInteger to) {
            return falls()
                    ? SqrtPrices.amount1(to, from, liquidity, false)
                    : SqrtPrices.amount0(from, to, liquidity, false);
        }

        private BigInteger priceAfterIn(BigInteger amount) {
            return falls()
                    ? SqrtPrices.afterToken0In(from, liquidity, amount)
                    : SqrtPrices.afterToken1In(from, liquidity, amount);
        }

        private BigInteger priceAfterOut(BigInteger amount) {
            return falls()
                    ? SqrtPrices.afterToken1Out(from, liquidity, amount)
                    : SqrtPrices.afterToken0Out(from, liquidity, amount);
        }

        private BigInteger keptPips() {
            return BigInteger.valueOf(Pool.ALL_PIPS - (long) feePips);
        }

        /** The fee on top of an amount of which it is no part. */
        private BigInteger feeOn(BigInteger amount) {
            return Amounts.divideUp(amount.multiply(BigInteger.valueOf(feePips)), keptPips());
        }
    }

    /** Puts in at most this much, the fee included. */
    static SwapStep exactIn(Leg leg, BigInteger remaining) {
        BigInteger afterFee = remaining.multiply(leg.keptPips()).divide(ALL_PIPS);
        BigInteger toTarget = leg.amountIn(leg.target());
        BigInteger end = afterFee.compareTo(toTarget) >= 0 ? leg.target() : leg.priceAfterIn(afterFee);
        if (end.equals(leg.target())) {
            return new SwapStep(end, toTarget, leg.amountOut(end), leg.feeOn(toTarget));
        }
        // The amount ends here, and what rounding leaves of it is a fee too.
        BigInteger amountIn = leg.amountIn(end);
        return new SwapStep(end, amountIn, leg.amountOut(end), remaining.subtract(amountIn));
    }

    /** Takes out at most this much. */
    static SwapStep exactOut(Leg leg, BigInteger remaining) {
        BigInteger toTarget = leg.amountOut(leg.target());
        BigInteger end = remaining.compareTo(toTarget) >= 0 ? leg.target() : leg.priceAfterOut(remaining);
        BigInteger amountIn = leg.amountIn(end);
        // The price is rounded, and so the amount on the way to it may be more than was wanted.
        BigInteger amountOut = leg.amountOut(end).min(remaining);
        return new SwapStep(end, amountIn, amountOut, leg.feeOn(amountIn));
    }
}
