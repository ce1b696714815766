package org.evenkeel.onchain.dex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/**
 * Pools that are read together, again and again: what never changes of them is asked once, and all the rest of all of
 * them in two rounds, which are two requests where Multicall3 is deployed.
 */
public final class PoolSet {
    private final ChainClient client;
    private final List<SetMember> members;

    private PoolSet(ChainClient client, List<SetMember> members) {
        this.client = client;
        this.members = members;
    }

    /**
     * Asks pools what they are.
     *
     * @throws PoolException when one is none of its exchange, or none at all
     */
    public static PoolSet of(ChainClient client, BlockRef at, Collection<PoolRef> refs) {
        List<PoolRef> pools = refs.stream().distinct().toList();
        List<Call> calls = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (PoolRef ref : pools) {
            starts.add(calls.size());
            calls.addAll(SetMember.facts(ref));
        }
        starts.add(calls.size());
        List<CallAnswer> answers = client.callAll(at, calls);
        List<SetMember> members = new ArrayList<>();
        for (int row = 0; row < pools.size(); row++) {
            PoolRef ref = pools.get(row);
            try {
                members.add(SetMember.of(ref, answers.subList(starts.get(row), starts.get(row + 1))));
            } catch (AbiException | RevertException | IllegalArgumentException noPool) {
                throw new PoolException(
                        "The " + ref + " on " + client.chain() + " cannot be read at block " + at + ": "
                                + noPool.getMessage() + " Correct its address, or leave it out.",
                        noPool);
            }
        }
        return new PoolSet(client, members);
    }

    /** What never changes of each, in their order. */
    public Map<PoolRef, Pool> pools() {
        Map<PoolRef, Pool> pools = new LinkedHashMap<>();
        members.forEach(member -> pools.put(member.ref(), member.pool()));
        return pools;
    }

    /**
     * All pools at a block.
     *
     * @param readable those that could be read
     * @param unreadable why the others could not
     */
    public record Reading(Map<PoolRef, PoolHoldings> readable, Map<PoolRef, String> unreadable) {}

    /** Reads all of them at a block. One that cannot be read does not keep the others from being read. */
    public Reading read(BlockRef at) {
        Answers first = ask(at, members.stream().map(SetMember::changing).toList());
        List<List<Integer>> ticks = new ArrayList<>();
        Map<PoolRef, String> unreadable = new LinkedHashMap<>();
        for (int row = 0; row < members.size(); row++) {
            ticks.add(ticks(row, first, unreadable));
        }
        List<List<Call>> second = new ArrayList<>();
        for (int row = 0; row < members.size(); row++) {
            second.add(members.get(row).ticks(ticks.get(row)));
        }
        Answers liquidity = ask(at, second);
        Map<PoolRef, PoolHoldings> readable = new LinkedHashMap<>();
        for (int row = 0; row < members.size(); row++) {
            SetMember member = members.get(row);
            if (!unreadable.containsKey(member.ref())) {
                try {
                    readable.put(member.ref(), member.holdings(first.of(row), ticks.get(row), liquidity.of(row)));
                } catch (AbiException | RevertException | IllegalArgumentException broken) {
                    unreadable.put(member.ref(), String.valueOf(broken.getMessage()));
                }
            }
        }
        return new Reading(readable, unreadable);
    }

    private List<Integer> ticks(int row, Answers first, Map<PoolRef, String> unreadable) {
        SetMember member = members.get(row);
        try {
            return member.initialised(first.of(row));
        } catch (AbiException | RevertException broken) {
            unreadable.put(member.ref(), String.valueOf(broken.getMessage()));
            return List.of();
        }
    }

    private Answers ask(BlockRef at, List<List<Call>> calls) {
        List<Call> all = calls.stream().flatMap(List::stream).toList();
        List<CallAnswer> answers = all.isEmpty() ? List.of() : client.callAll(at, all);
        List<List<CallAnswer>> byMember = new ArrayList<>();
        int from = 0;
        for (List<Call> own : calls) {
            byMember.add(answers.subList(from, from + own.size()));
            from += own.size();
        }
        return new Answers(byMember);
    }

    private record Answers(List<List<CallAnswer>> byMember) {
        List<CallAnswer> of(int row) {
            return byMember.get(row);
        }
    }

    static BigInteger uint(CallAnswer answer) {
        return answer.read().uint();
    }
}
