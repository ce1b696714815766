package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * What a pool logged of a swap.
 *
 * @param in0 how much of its first token came in, less what went out, in base units
 * @param in1 the same of its second
 */
record PoolSwap(BigInteger in0, BigInteger in1) {
    private static final Topic V2 = Topic.of("Swap(address,uint256,uint256,uint256,uint256,address)");
    private static final Topic V3 = Topic.of("Swap(address,address,int256,int256,uint160,uint128,int24)");
    private static final int TOPICS = 3;

    /** Whether this was logged under the name of a swap. Anybody may. */
    static boolean isNamedBy(LogEntry log) {
        return log.is(V2, TOPICS) || log.is(V3, TOPICS);
    }

    /** What is in the log of a pool. */
    static PoolSwap of(LogEntry log) {
        AbiReader data = AbiReader.of(log.data());
        if (log.is(V3, TOPICS)) {
            return new PoolSwap(data.integer(), data.integer());
        }
        BigInteger[] words = {data.uint(), data.uint(), data.uint(), data.uint()};
        return new PoolSwap(words[0].subtract(words[2]), words[1].subtract(words[3]));
    }

    /**
     * How much of a token the market's pools paid out by what they logged: whoever was paid, it was not more. What a token
     * says of itself is not in it.
     *
     * @param logs of one transaction
     * @return empty where none paid any
     */
    static Optional<BigInteger> paidOut(List<LogEntry> logs, ChainMarket market, Address token) {
        return logs.stream()
                .filter(PoolSwap::isNamedBy)
                .flatMap(log -> market.findPool(log.contract()).stream()
                        .map(pool -> of(log).in(pool, token).negate()))
                .filter(paid -> paid.signum() > 0)
                .reduce(BigInteger::add);
    }

    private BigInteger in(Pool pool, Address token) {
        if (pool.token0().equals(token)) {
            return in0;
        }
        return pool.token1().equals(token) ? in1 : BigInteger.ZERO;
    }
}
