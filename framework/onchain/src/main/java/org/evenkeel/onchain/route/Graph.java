package org.evenkeel.onchain.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;

/** Tokens and the pools between them. Pools are in the order of their addresses, whatever order they came in. */
final class Graph {
    private final List<PoolState> pools;
    private final Map<Address, List<Edge>> from = new HashMap<>();

    Graph(Collection<? extends PoolState> given) {
        pools = given.stream()
                .<PoolState>map(pool -> pool)
                .sorted(Comparator.comparing(state -> state.pool().address()))
                .toList();
        for (int row = 0; row < pools.size(); row++) {
            requireOnce(row);
            for (Direction direction : Direction.values()) {
                Edge edge = edge(row, direction);
                from.computeIfAbsent(edge.from(), token -> new ArrayList<>()).add(edge);
            }
        }
    }

    private void requireOnce(int row) {
        if (row > 0 && pool(row).pool().address().equals(pool(row - 1).pool().address())) {
            throw new IllegalArgumentException("Pool " + pool(row).pool().address()
                    + " is given twice, and its liquidity is there once: leave one out.");
        }
    }

    private Edge edge(int row, Direction direction) {
        return new Edge(
                row,
                direction,
                pool(row).pool().tokenIn(direction),
                pool(row).pool().tokenOut(direction));
    }

    /** The pools into which a token can go. */
    List<Edge> from(Address token) {
        return from.getOrDefault(token, List.of());
    }

    boolean joins(Address a, Address b) {
        return from(a).stream().anyMatch(edge -> edge.to().equals(b));
    }

    PoolState pool(int row) {
        return pools.get(row);
    }

    /** The pools as they are before any swap. */
    Market market() {
        return new Market(this, pools);
    }
}
