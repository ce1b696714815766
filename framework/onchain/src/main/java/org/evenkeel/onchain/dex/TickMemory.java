package org.evenkeel.onchain.dex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;
import org.evenkeel.onchain.rpc.LogRange;

/**
 * Remembers where liquidity began and ended in pools when they were last read. That is thousands of numbers, and changes
 * only where somebody provides liquidity or takes it away, which the pool logs; swaps do not change it.
 */
final class TickMemory {
    private static final Set<Topic> CHANGES = Set.of(
            Topic.of("Initialize(uint160,int24)"),
            Topic.of("Mint(address,address,int24,int24,uint128,uint256,uint256)"),
            Topic.of("Burn(address,int24,int24,uint128,uint256,uint256)"));

    /** Nodes give the logs of so many blocks at once, and of more often not. */
    private static final long MOST_BLOCKS = 1_000;

    private final ChainClient client;
    private final List<PoolRef> pools;
    private volatile Optional<Kept> last = Optional.empty();

    private record Kept(BlockRef at, Map<PoolRef, TickTable> tables) {}

    TickMemory(ChainClient client, List<PoolRef> pools) {
        this.client = client;
        this.pools = pools;
    }

    /** Keeps what was read at a block, in place of what was before. */
    void keep(BlockRef at, Map<PoolRef, PoolHoldings> read) {
        Map<PoolRef, TickTable> tables = new HashMap<>();
        for (PoolRef pool : pools) {
            if (read.containsKey(pool) && read.get(pool).state() instanceof ConcentratedPool ranges) {
                tables.put(pool, ranges.ticks());
            }
        }
        last = Optional.of(new Kept(at, Map.copyOf(tables)));
    }

    /** Those that are the same at another block: what may have changed is left out, and all where nobody can say. */
    Map<PoolRef, TickTable> unchanged(BlockRef at) {
        Optional<Kept> kept = last.filter(known -> !known.tables.isEmpty());
        if (kept.isEmpty()) {
            return Map.of();
        }
        BlockRef then = kept.orElseThrow().at;
        if (then.equals(at)) {
            return kept.orElseThrow().tables;
        }
        return Math.abs(then.number() - at.number()) > MOST_BLOCKS || then.number() == at.number()
                ? Map.of()
                : changed(then, at)
                        .map(changed -> without(kept.orElseThrow().tables, changed))
                        .orElse(Map.of());
    }

    private static Map<PoolRef, TickTable> without(Map<PoolRef, TickTable> tables, Set<Address> changed) {
        return tables.entrySet().stream()
                .filter(entry -> !changed.contains(entry.getKey().address()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The pools that logged a change between two blocks; empty where these are not both of the chain as it is now. */
    private Optional<Set<Address>> changed(BlockRef one, BlockRef other) {
        BlockRef early = one.number() < other.number() ? one : other;
        BlockRef late = one.number() < other.number() ? other : one;
        Set<Address> contracts = pools.stream().map(PoolRef::address).collect(Collectors.toSet());
        try {
            LogRange range = client.logs().read(new LogFilter(contracts, CHANGES), early.number() + 1, late.number());
            // Asked afterwards and together: the logs are of these two blocks' chain if both are still in it.
            boolean together = range.end().equals(late)
                    && client.logs()
                            .blocks(List.of(early.number(), late.number()))
                            .equals(List.of(early, late));
            return together
                    ? Optional.of(range.logs().stream().map(LogEntry::contract).collect(Collectors.toSet()))
                    : Optional.empty();
        } catch (ChainException unanswered) {
            return Optional.empty(); // Then all of it is read again, which asks for no logs.
        }
    }
}
