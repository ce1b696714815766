package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * The way that a swap took, by what the pools on it logged.
 *
 * @param parts the paths, in the order in which they were swapped
 */
record SwapTrace(List<List<Hop>> parts) {
    private static final Topic V2 = Topic.of("Swap(address,uint256,uint256,uint256,uint256,address)");
    private static final Topic V3 = Topic.of("Swap(address,address,int256,int256,uint160,uint128,int24)");
    private static final int TOPICS = 3;
    private static final BigInteger ALL_PIPS = BigInteger.valueOf(Pool.ALL_PIPS);

    /**
     * One pool on the way.
     *
     * @param before the pool as it was before the block
     */
    record Hop(PoolState before, Direction direction, BigInteger amountIn, BigInteger amountOut) {
        Address tokenIn() {
            return before.pool().tokenIn(direction);
        }

        Address tokenOut() {
            return before.pool().tokenOut(direction);
        }

        BigInteger atMidPrice(BigInteger amount) {
            return before.atMidPrice(direction, amount);
        }

        BigInteger afterFee(BigInteger amount) {
            BigInteger kept = ALL_PIPS.subtract(BigInteger.valueOf(before.pool().feePips()));
            return amount.multiply(kept).divide(ALL_PIPS);
        }
    }

    /**
     * The way from one token to another.
     *
     * @param before the market as it was before the block
     * @return none where a pool on it is none of the market's, or what was logged is no way from one to the other
     */
    static Optional<SwapTrace> of(List<LogEntry> logs, MarketAt before, Address tokenIn, Address tokenOut) {
        List<List<Hop>> parts = new ArrayList<>();
        Address at = tokenOut;
        for (LogEntry log : logs) {
            if (!log.is(V2, TOPICS) && !log.is(V3, TOPICS)) {
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
        return parts.isEmpty() || !at.equals(tokenOut) ? Optional.empty() : Optional.of(new SwapTrace(parts));
    }

    private static Optional<Hop> hop(LogEntry log, PoolState pool) {
        AbiReader data = AbiReader.of(log.data());
        BigInteger in0;
        BigInteger in1;
        if (log.is(V2, TOPICS)) {
            BigInteger[] words = {data.uint(), data.uint(), data.uint(), data.uint()};
            in0 = words[0].subtract(words[2]);
            in1 = words[1].subtract(words[3]);
        } else {
            in0 = data.integer();
            in1 = data.integer();
        }
        if (in0.signum() > 0 && in1.signum() < 0) {
            return Optional.of(new Hop(pool, Direction.ZERO_FOR_ONE, in0, in1.negate()));
        }
        return in1.signum() > 0 && in0.signum() < 0
                ? Optional.of(new Hop(pool, Direction.ONE_FOR_ZERO, in1, in0.negate()))
                : Optional.empty();
    }

    BigInteger amountIn() {
        return sum(parts.stream().map(part -> part.getFirst().amountIn()).toList());
    }

    /** What would have come at the mid prices before. */
    SwapCosts.Ideal ideal() {
        return new SwapCosts.Ideal(
                sum(parts.stream().map(part -> through(part, false)).toList()),
                sum(parts.stream().map(part -> through(part, true)).toList()));
    }

    private static BigInteger through(List<Hop> part, boolean fees) {
        BigInteger amount = part.getFirst().amountIn();
        for (Hop hop : part) {
            amount = hop.atMidPrice(fees ? hop.afterFee(amount) : amount);
        }
        return amount;
    }

    private static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
