package org.evenkeel.onchain.collect;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * A pair of Uniswap v2 or of a fork. Its reserves are in a Sync, which precedes each Swap; the price is their quotient.
 */
final class PairTape implements PoolTape {
    static final Topic SYNC = Topic.of("Sync(uint112,uint112)");
    static final Topic SWAP = Topic.of("Swap(address,uint256,uint256,uint256,uint256,address)");
    static final Set<Topic> EVENTS = Set.of(SYNC, SWAP);

    private final Sides sides;
    private double base = Double.NaN;
    private double quote = Double.NaN;

    PairTape(Sides sides) {
        this.sides = sides;
    }

    @Override
    public Optional<Traded> read(LogEntry log) {
        Bytes event = log.topics().getFirst();
        if (event.equals(SYNC.hash())) {
            AbiReader data = sides.data(log, 2);
            BigInteger first = data.uint();
            BigInteger second = data.uint();
            base = sides.baseTokens(first, second);
            quote = sides.quoteTokens(first, second);
            return Optional.empty();
        }
        AbiReader data = sides.data(log, 4);
        BigInteger firstIn = data.uint();
        BigInteger secondIn = data.uint();
        BigInteger first = firstIn.subtract(data.uint());
        BigInteger second = secondIn.subtract(data.uint());
        if (Double.isNaN(base)) {
            throw sides.strange(log, "no Sync is before its first Swap");
        }
        return Optional.of(new Traded(quote / base, Math.abs(sides.quoteTokens(first, second))));
    }

    @Override
    public double baseReserve() {
        return base;
    }

    @Override
    public double quoteReserve() {
        return quote;
    }
}
