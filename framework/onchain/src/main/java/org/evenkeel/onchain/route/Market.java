package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Quote;
import org.evenkeel.onchain.pool.Swap;

/**
 * Pools while swaps are tried on them, one after the other. Quotes are kept until their pool changes: steps of one size
 * ask for the same again and again.
 */
final class Market {
    private final Graph graph;
    private final PoolState[] now;
    private final Map<Edge, Map<BigInteger, Quote>> quotes = new HashMap<>();

    Market(Graph graph, List<PoolState> pools) {
        this.graph = graph;
        this.now = pools.toArray(PoolState[]::new);
    }

    Quote quote(Edge edge, BigInteger amount) {
        return quotes.computeIfAbsent(edge, missing -> new HashMap<>())
                .computeIfAbsent(amount, missing -> now[edge.pool()].quoteExactIn(edge.direction(), missing));
    }

    /** What would come out, where all goes in. */
    Optional<BigInteger> out(Path path, BigInteger amount) {
        Optional<BigInteger> out = Optional.of(amount);
        for (Edge edge : path.edges()) {
            out = out.flatMap(in -> quote(edge, in).whole()).map(Swap::amountOut);
        }
        return out;
    }

    /** Swaps, where all goes in; else nothing changes. */
    Optional<RoutePart> swap(Path path, BigInteger amount) {
        List<Hop> hops = new ArrayList<>();
        BigInteger in = amount;
        for (Edge edge : path.edges()) {
            Optional<Swap> swap = quote(edge, in).whole();
            if (swap.isEmpty()) {
                return Optional.empty();
            }
            hops.add(new Hop(graph.pool(edge.pool()), edge.direction(), swap.orElseThrow()));
            in = swap.orElseThrow().amountOut();
        }
        for (int row = 0; row < hops.size(); row++) {
            change(path.edges().get(row), hops.get(row).swap().after());
        }
        return Optional.of(new RoutePart(hops));
    }

    /** A path comes to no token twice, and so to no pool: its swaps do not touch each other. */
    private void change(Edge edge, PoolState after) {
        now[edge.pool()] = after;
        quotes.remove(edge);
        quotes.remove(new Edge(edge.pool(), edge.direction().opposite(), edge.to(), edge.from()));
    }
}
