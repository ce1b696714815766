package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;

/**
 * Pools in a row, each in one direction, whose mid prices one after the other are the price of a token in another. Each
 * step is rounded down.
 *
 * @param steps in their order; without one, an amount is worth itself
 */
public record Way(List<Step> steps) {
    private static final BigInteger ALL_PIPS = BigInteger.valueOf(Pool.ALL_PIPS);

    /** A pool in one direction. */
    public record Step(PoolState pool, Direction direction) {
        /** What of an amount is left by the pool's fee, rounded down. */
        private BigInteger afterFee(BigInteger amount) {
            BigInteger kept = ALL_PIPS.subtract(BigInteger.valueOf(pool.pool().feePips()));
            return amount.multiply(kept).divide(ALL_PIPS);
        }
    }

    /** Copies. */
    public Way {
        steps = List.copyOf(steps);
    }

    /** Through one pool. */
    public static Way through(PoolState pool, Direction direction) {
        return new Way(List.of(new Step(pool, direction)));
    }

    /** This one and then the other. */
    public Way then(Way next) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Way(all);
    }

    /** What an amount at its beginning is worth at its end. */
    public BigInteger forward(BigInteger amount) {
        BigInteger worth = amount;
        for (Step step : steps) {
            worth = step.pool.atMidPrice(step.direction, worth);
        }
        return worth;
    }

    /** The same, the fee of each pool taken off. */
    public BigInteger forwardAfterFees(BigInteger amount) {
        BigInteger worth = amount;
        for (Step step : steps) {
            worth = step.pool.atMidPrice(step.direction, step.afterFee(worth));
        }
        return worth;
    }

    /** What an amount at its end is worth at its beginning. */
    public BigInteger back(BigInteger amount) {
        BigInteger worth = amount;
        for (Step step : steps.reversed()) {
            worth = step.pool.atMidPrice(step.direction.opposite(), worth);
        }
        return worth;
    }
}
