package org.evenkeel.onchain.dex;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;

/**
 * Reads price, liquidity and every initialised tick of a pool: first the bitmap, a word of which says for 256 ticks in a
 * row which of them are, then these.
 */
final class TickReader {
    private static final int WORD_BITS = 256;

    private final ChainClient client;

    TickReader(ChainClient client) {
        this.client = client;
    }

    ConcentratedPool read(BlockRef at, Pool pool) {
        List<CallAnswer> answers = client.callAll(
                at,
                List.of(
                        Functions.TICK_SPACING.on(pool.address()),
                        Functions.SLOT0.on(pool.address()),
                        Functions.LIQUIDITY.on(pool.address())));
        int spacing = answers.get(0).read().smallInteger();
        AbiReader slot0 = answers.get(1).read();
        TickTable ticks = TickTable.of(spacing, netByTick(at, pool, initialised(at, pool, spacing)));
        return new ConcentratedPool(
                pool, slot0.uint(), slot0.smallInteger(), answers.get(2).read().uint(), ticks);
    }

    /** The initialised ticks, in units of the spacing times the spacing. */
    private List<Integer> initialised(BlockRef at, Pool pool, int spacing) {
        List<Integer> words = words(spacing).boxed().toList();
        List<Call> calls = words.stream()
                .map(word -> Functions.TICK_BITMAP.on(pool.address(), new AbiWriter().integer(word)))
                .toList();
        List<CallAnswer> bitmap = client.callAll(at, calls);
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(row -> bits(bitmap.get(row).read().uint())
                        .mapToObj(bit -> (words.get(row) * WORD_BITS + bit) * spacing))
                .toList();
    }

    /** The words that can have a bit at all. */
    static IntStream words(int spacing) {
        int highest = TickTable.highestTick(spacing) / spacing;
        return IntStream.rangeClosed(Math.floorDiv(-highest, WORD_BITS), highest / WORD_BITS);
    }

    static IntStream bits(BigInteger word) {
        return IntStream.range(0, WORD_BITS).filter(word::testBit);
    }

    private SortedMap<Integer, BigInteger> netByTick(BlockRef at, Pool pool, List<Integer> ticks) {
        List<Call> calls = ticks.stream()
                .map(tick -> Functions.TICKS.on(pool.address(), new AbiWriter().integer(tick)))
                .toList();
        List<CallAnswer> answers = client.callAll(at, calls);
        SortedMap<Integer, BigInteger> net = new TreeMap<>();
        for (int row = 0; row < ticks.size(); row++) {
            AbiReader tick = answers.get(row).read();
            tick.uint(); // The sum of all liquidity that begins or ends here.
            net.put(ticks.get(row), tick.integer());
        }
        return net;
    }
}
