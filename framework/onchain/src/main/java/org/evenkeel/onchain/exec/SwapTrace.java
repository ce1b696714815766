package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.Leg;
import org.evenkeel.onchain.route.Way;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * The ways that a swap took, by what the pools on them logged.
 *
 * @param legs in the order in which they were swapped, through the pools as they were before the block
 */
record SwapTrace(List<Leg> legs) {
    /** An amount that went through one pool. */
    private record Hop(Way.Step step, BigInteger amountIn) {
        Address tokenIn() {
            return step.pool().pool().tokenIn(step.direction());
        }

        Address tokenOut() {
            return step.pool().pool().tokenOut(step.direction());
        }
    }

    /**
     * The ways from one token to another.
     *
     * @param before the market as it was before the block
     * @return none where a pool on one is none of the market's, or what was logged is no way from one to the other
     */
    static Optional<SwapTrace> of(List<LogEntry> logs, MarketAt before, Address tokenIn, Address tokenOut) {
        List<List<Hop>> parts = new ArrayList<>();
        Address at = tokenOut;
        for (LogEntry log : logs) {
            if (!PoolSwap.isNamedBy(log)) {
                continue;
            }
            Optional<Hop> hop = before.findPool(log.contract()).flatMap(pool -> hop(log, pool));
            if (at.equals(tokenOut)) {
                parts.add(new ArrayList<>());
                at = tokenIn;
            }
            if (hop.isEmpty() || !hop.get().tokenIn().equals(at)) {
                return Optional.empty();
            }
            parts.getLast().add(hop.get());
            at = hop.get().tokenOut();
        }
        return parts.isEmpty() || !at.equals(tokenOut)
                ? Optional.empty()
                : Optional.of(new SwapTrace(parts.stream().map(SwapTrace::leg).toList()));
    }

    private static Leg leg(List<Hop> hops) {
        return new Leg(
                new Way(hops.stream().map(Hop::step).toList()), hops.getFirst().amountIn());
    }

    private static Optional<Hop> hop(LogEntry log, PoolState pool) {
        PoolSwap swap = PoolSwap.of(log);
        BigInteger in0 = swap.in0();
        BigInteger in1 = swap.in1();
        if (in0.signum() > 0 && in1.signum() < 0) {
            return Optional.of(new Hop(new Way.Step(pool, Direction.ZERO_FOR_ONE), in0));
        }
        return in1.signum() > 0 && in0.signum() < 0
                ? Optional.of(new Hop(new Way.Step(pool, Direction.ONE_FOR_ZERO), in1))
                : Optional.empty();
    }
}
