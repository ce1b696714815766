package org.evenkeel.onchain.pool;

import java.math.BigInteger;
import java.util.Optional;

/** One swap through a {@link ConcentratedPool}, step by step (v3 Core whitepaper, section 6.3.1, "crossing ticks"). */
final class ConcentratedSwap {
    /** A swap never reaches the last prices themselves. */
    private static final BigInteger LOWEST = TickMath.MIN_SQRT_PRICE.add(BigInteger.ONE);

    private static final BigInteger HIGHEST = TickMath.MAX_SQRT_PRICE.subtract(BigInteger.ONE);

    private final ConcentratedPool start;
    private final Direction direction;
    private final boolean exactIn;
    private BigInteger remaining;
    private BigInteger price;
    private int tick;
    private BigInteger liquidity;
    private BigInteger amountIn = BigInteger.ZERO;
    private BigInteger amountOut = BigInteger.ZERO;
    private int ticksCrossed;

    ConcentratedSwap(ConcentratedPool start, Direction direction, boolean exactIn, BigInteger amount) {
        this.start = start;
        this.direction = direction;
        this.exactIn = exactIn;
        remaining = amount;
        price = start.sqrtPriceX96();
        tick = start.tick();
        liquidity = start.liquidity();
    }

    Quote quote() {
        BigInteger end = direction == Direction.ZERO_FOR_ONE ? LOWEST : HIGHEST;
        while (remaining.signum() > 0 && passes(end)) {
            step(end);
        }
        Swap swap = new Swap(
                amountIn,
                amountOut,
                new ConcentratedPool(start.pool(), price, tick, liquidity, start.ticks()),
                ticksCrossed);
        if (remaining.signum() > 0) {
            return new Quote.Unfilled(Quote.Reason.NOT_ENOUGH_LIQUIDITY, Optional.of(swap));
        }
        return amountOut.signum() == 0
                ? new Quote.Unfilled(Quote.Reason.TOO_SMALL, Optional.of(swap))
                : new Quote.Filled(swap);
    }

    /** Whether the price has that one still before it. */
    private boolean passes(BigInteger other) {
        int order = price.compareTo(other);
        return direction == Direction.ZERO_FOR_ONE ? order > 0 : order < 0;
    }

    private void step(BigInteger end) {
        TickTable.Next next = start.ticks().next(tick, direction, liquidity.signum() > 0);
        BigInteger nextPrice = TickMath.sqrtPrice(next.tick());
        BigInteger target = direction == Direction.ZERO_FOR_ONE ? nextPrice.max(end) : nextPrice.min(end);
        SwapStep.Leg leg = new SwapStep.Leg(
                direction, price, target, liquidity, start.pool().feePips());
        SwapStep step = exactIn ? SwapStep.exactIn(leg, remaining) : SwapStep.exactOut(leg, remaining);
        BigInteger paid = step.amountIn().add(step.fee());
        amountIn = amountIn.add(paid);
        amountOut = amountOut.add(step.amountOut());
        remaining = remaining.subtract(exactIn ? paid : step.amountOut());
        arrive(step.price(), next, nextPrice);
    }

    private void arrive(BigInteger reached, TickTable.Next next, BigInteger nextPrice) {
        boolean falling = direction == Direction.ZERO_FOR_ONE;
        if (reached.equals(nextPrice)) {
            tick = falling ? next.tick() - 1 : next.tick();
            if (next.initialised()) {
                liquidity = start.ticks().liquidityAt(tick);
                ticksCrossed++;
            }
        } else if (!reached.equals(price)) {
            tick = TickMath.tickAt(reached);
        }
        price = reached;
    }
}
