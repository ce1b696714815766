package org.evenkeel.onchain.dex;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.jspecify.annotations.Nullable;

/**
 * Pools that are read together, again and again: what never changes of them is asked once, all the rest of all of them at
 * once, and where liquidity begins and ends only of pools where that may have changed since. Safe for use by several
 * threads.
 */
public final class PoolSet {
    private final ChainClient client;
    private final List<SetMember> members;
    private final TickMemory memory;

    private PoolSet(ChainClient client, List<SetMember> members) {
        this.client = client;
        this.members = members;
        this.memory = new TickMemory(
                client,
                members.stream().filter(SetMember::hasTicks).map(SetMember::ref).toList());
    }

    /**
     * Asks pools what they are.
     *
     * @throws PoolException when one is none of its exchange, or none at all
     */
    public static PoolSet of(ChainClient client, BlockRef at, Collection<PoolRef> refs) {
        return of(client, at, refs, List.of());
    }

    /**
     * Asks pools what they are.
     *
     * @param prices pools of which nothing is wanted but their price and what they hold
     * @throws PoolException when one is none of its exchange, or none at all
     */
    public static PoolSet of(ChainClient client, BlockRef at, Collection<PoolRef> refs, Collection<PoolRef> prices) {
        Set<PoolRef> whole = new LinkedHashSet<>(refs);
        Set<PoolRef> all = new LinkedHashSet<>(whole);
        all.addAll(prices);
        List<PoolRef> pools = List.copyOf(all);
        List<List<CallAnswer>> answers =
                PoolRound.ask(client, at, pools.stream().map(SetMember::facts).toList());
        List<SetMember> members = new ArrayList<>();
        for (int row = 0; row < pools.size(); row++) {
            PoolRef ref = pools.get(row);
            try {
                members.add(SetMember.of(ref, answers.get(row), !whole.contains(ref)));
            } catch (AbiException | RevertException | IllegalArgumentException noPool) {
                throw unreadable(client, at, ref, String.valueOf(noPool.getMessage()), noPool);
            }
        }
        return new PoolSet(client, members);
    }

    static PoolException unreadable(
            ChainClient client, BlockRef at, PoolRef ref, String why, @Nullable RuntimeException cause) {
        return new PoolException(
                "The " + ref + " on " + client.chain() + " cannot be read at block " + at + ": " + why
                        + " Correct its address, or leave it out.",
                cause);
    }

    /** What never changes of each that can be swapped with, in their order. */
    public Map<PoolRef, Pool> pools() {
        Map<PoolRef, Pool> pools = new LinkedHashMap<>();
        members.stream()
                .filter(member -> !member.isPriceOnly())
                .forEach(member -> pools.put(member.ref(), member.pool()));
        return pools;
    }

    /** What never changes of each of which only the price is told. */
    public List<Pool> prices() {
        return members.stream()
                .filter(SetMember::isPriceOnly)
                .map(SetMember::pool)
                .toList();
    }

    /**
     * All pools at a block.
     *
     * @param readable those that could be read
     * @param prices those of which only the price is told; they hold what they hold, and nothing can be swapped with them
     * @param unreadable why the others could not
     */
    public record Reading(
            Map<PoolRef, PoolHoldings> readable, List<PoolHoldings> prices, Map<PoolRef, String> unreadable) {}

    /** Reads all of them at a block. One that cannot be read does not keep the others from being read. */
    public Reading read(BlockRef at) {
        Map<PoolRef, TickTable> known = memory.unchanged(at);
        PoolRound round = new PoolRound(client, at, members, known);
        Map<PoolRef, PoolHoldings> found = new LinkedHashMap<>(round.readable());
        Map<PoolRef, String> unreadable = new LinkedHashMap<>(round.unreadable());
        // What is remembered of a pool and does not fit what it says now is read anew.
        List<SetMember> doubtful = members.stream()
                .filter(member -> unreadable.containsKey(member.ref()) && known.containsKey(member.ref()))
                .toList();
        if (!doubtful.isEmpty()) {
            PoolRound again = new PoolRound(client, at, doubtful, Map.of());
            doubtful.forEach(member -> unreadable.remove(member.ref()));
            found.putAll(again.readable());
            unreadable.putAll(again.unreadable());
        }
        memory.keep(at, found);
        return reading(found, unreadable);
    }

    private Reading reading(Map<PoolRef, PoolHoldings> found, Map<PoolRef, String> unreadable) {
        Map<PoolRef, PoolHoldings> readable = new LinkedHashMap<>();
        List<PoolHoldings> prices = new ArrayList<>();
        for (SetMember member : members) {
            PoolHoldings holdings = found.get(member.ref());
            if (holdings != null && member.isPriceOnly()) {
                prices.add(holdings);
            } else if (holdings != null) {
                readable.put(member.ref(), holdings);
            }
        }
        return new Reading(readable, prices, unreadable);
    }
}
