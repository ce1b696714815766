package org.evenkeel.onchain.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * Blocks by their time, and the intervals that logs fall into. As no block is older than the one before, few of many have to be
 * asked for their time: those where it matters, each of them.
 */
public final class BlockTimes {
    private static final int PROBES = 16;

    private final ChainClient client;

    /** Asks through this client. */
    public BlockTimes(ChainClient client) {
        this.client = client;
    }

    /**
     * The last block that is older than a time.
     *
     * @param epochMillis the time
     * @param low a block that is older
     * @param high a block that is not
     */
    public BlockRef lastBefore(long epochMillis, BlockRef low, BlockRef high) {
        if (millis(low) >= epochMillis || millis(high) < epochMillis) {
            throw new IllegalArgumentException(
                    "A block of " + epochMillis + " ms is not between " + low.time() + " and " + high.time() + ".");
        }
        BlockRef older = low;
        BlockRef newer = high;
        while (newer.number() - older.number() > 1) {
            for (BlockRef probe : client.logs().blocks(between(older.number(), newer.number()))) {
                if (millis(probe) < epochMillis) {
                    older = probe;
                } else {
                    newer = probe;
                    break;
                }
            }
        }
        return older;
    }

    /** Evenly spread, both ends left out. */
    private static List<Long> between(long low, long high) {
        TreeSet<Long> heights = new TreeSet<>();
        for (int part = 1; part <= PROBES; part++) {
            heights.add(low + Math.max(1, Math.min(high - low - 1, (high - low) * part / (PROBES + 1))));
        }
        return List.copyOf(heights);
    }

    /**
     * The interval of each block that has logs: whatever a function of its time says that does not fall as time goes on.
     *
     * @param logs in the order of the chain
     * @param intervalOf of a time in epoch milliseconds
     * @return by the height of the block
     * @throws ChainException {@link ChainFault#STALE} when a block is not the one any more that the logs are of
     */
    public Map<Long, Long> intervals(List<LogEntry> logs, LongUnaryOperator intervalOf) {
        List<Long> heights = new ArrayList<>();
        Map<Long, Bytes> hashes = new HashMap<>();
        for (LogEntry log : logs) {
            if (hashes.put(log.blockNumber(), log.blockHash()) == null) {
                heights.add(log.blockNumber());
            }
        }
        return new Search(heights, hashes, intervalOf).run();
    }

    /** Reads the first and the last block; between two of one interval all are of it, between others the middle is read. */
    private final class Search {
        private final List<Long> heights;
        private final Map<Long, Bytes> hashes;
        private final LongUnaryOperator intervalOf;
        private final Map<Long, Long> known = new HashMap<>();

        private record Gap(int low, int high) {
            int middle() {
                return (low + high) >>> 1;
            }
        }

        Search(List<Long> heights, Map<Long, Bytes> hashes, LongUnaryOperator intervalOf) {
            this.heights = heights;
            this.hashes = hashes;
            this.intervalOf = intervalOf;
        }

        Map<Long, Long> run() {
            if (heights.isEmpty()) {
                return known;
            }
            int last = heights.size() - 1;
            read(last == 0 ? List.of(0) : List.of(0, last));
            List<Gap> gaps = List.of(new Gap(0, last));
            while (!gaps.isEmpty()) {
                List<Gap> open = gaps.stream().filter(this::isOpen).toList();
                read(open.stream().map(Gap::middle).toList());
                gaps = open.stream()
                        .<Gap>mapMulti((gap, halves) -> {
                            halves.accept(new Gap(gap.low(), gap.middle()));
                            halves.accept(new Gap(gap.middle(), gap.high()));
                        })
                        .toList();
            }
            return known;
        }

        /** Fills in what lies between two of one interval. */
        private boolean isOpen(Gap gap) {
            long low = interval(gap.low());
            if (low != interval(gap.high())) {
                return gap.high() - gap.low() > 1;
            }
            for (int row = gap.low() + 1; row < gap.high(); row++) {
                known.put(heights.get(row), low);
            }
            return false;
        }

        private long interval(int row) {
            return Objects.requireNonNull(known.get(heights.get(row)));
        }

        private void read(List<Integer> rows) {
            if (rows.isEmpty()) {
                return;
            }
            for (BlockRef block :
                    client.logs().blocks(rows.stream().map(heights::get).toList())) {
                if (!Objects.equals(block.hash(), hashes.get(block.number()))) {
                    throw reorganised(client, block);
                }
                known.put(block.number(), intervalOf.applyAsLong(millis(block)));
            }
        }
    }

    private static ChainException reorganised(ChainClient client, BlockRef block) {
        return new ChainException(
                ChainFault.STALE,
                "Block " + block.number() + " of " + client.chain()
                        + " became another one while its logs were read. Nothing of it was kept: start again, with more"
                        + " confirmations if this happens often.");
    }

    private static long millis(BlockRef block) {
        return block.time().toEpochMilli();
    }
}
