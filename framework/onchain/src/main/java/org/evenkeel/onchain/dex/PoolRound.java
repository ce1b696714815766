package org.evenkeel.onchain.dex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/** Reads pools of a set at one block: what changes with every swap, and then the ticks of those whose are not known. */
final class PoolRound {
    private final Map<PoolRef, PoolHoldings> readable = new LinkedHashMap<>();
    private final Map<PoolRef, String> unreadable = new LinkedHashMap<>();
    private final Map<PoolRef, List<CallAnswer>> changing = new LinkedHashMap<>();
    private final Map<PoolRef, TickTable> tables;

    /** What is asked for a pool. */
    private interface Step {
        void run();
    }

    PoolRound(ChainClient client, BlockRef at, List<SetMember> members, Map<PoolRef, TickTable> known) {
        tables = new LinkedHashMap<>(known);
        List<List<CallAnswer>> answers = ask(
                client,
                at,
                members.stream()
                        .map(member -> member.changing(member.hasTicks() && !known.containsKey(member.ref())))
                        .toList());
        for (int row = 0; row < members.size(); row++) {
            changing.put(members.get(row).ref(), answers.get(row));
        }
        readTables(
                client,
                at,
                members.stream()
                        .filter(member -> member.hasTicks() && !known.containsKey(member.ref()))
                        .toList());
        members.stream()
                .filter(member -> !unreadable.containsKey(member.ref()))
                .forEach(member -> attempt(member, () -> readable.put(member.ref(), holdings(member))));
    }

    private void readTables(ChainClient client, BlockRef at, List<SetMember> members) {
        Map<SetMember, List<Integer>> initialised = new LinkedHashMap<>();
        members.forEach(member -> attempt(member, () -> initialised.put(member, member.initialised(changing(member)))));
        List<List<Call>> calls = new ArrayList<>();
        initialised.forEach((member, ticks) -> calls.add(member.ticks(ticks)));
        List<List<CallAnswer>> answers = ask(client, at, calls);
        int row = 0;
        for (Map.Entry<SetMember, List<Integer>> entry : initialised.entrySet()) {
            SetMember member = entry.getKey();
            List<CallAnswer> ticks = answers.get(row);
            attempt(member, () -> tables.put(member.ref(), member.table(entry.getValue(), ticks)));
            row++;
        }
    }

    private void attempt(SetMember member, Step step) {
        try {
            step.run();
        } catch (AbiException | RevertException | IllegalArgumentException broken) {
            unreadable.put(member.ref(), String.valueOf(broken.getMessage()));
        }
    }

    private List<CallAnswer> changing(SetMember member) {
        return changing.getOrDefault(member.ref(), List.of());
    }

    private PoolHoldings holdings(SetMember member) {
        if (member.spacing() == 0) {
            return member.reserves(changing(member));
        }
        TickTable table = tables.get(member.ref());
        return table == null ? member.price(changing(member)) : member.ranges(changing(member), table);
    }

    Map<PoolRef, PoolHoldings> readable() {
        return readable;
    }

    Map<PoolRef, String> unreadable() {
        return unreadable;
    }

    /** All calls at once; the answers are shared out as the calls were. */
    static List<List<CallAnswer>> ask(ChainClient client, BlockRef at, List<List<Call>> calls) {
        List<Call> all = calls.stream().flatMap(List::stream).toList();
        List<CallAnswer> answers = all.isEmpty() ? List.of() : client.callAll(at, all);
        List<List<CallAnswer>> shared = new ArrayList<>();
        int from = 0;
        for (List<Call> own : calls) {
            shared.add(answers.subList(from, from + own.size()));
            from += own.size();
        }
        return shared;
    }
}
