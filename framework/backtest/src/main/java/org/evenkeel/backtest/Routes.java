package org.evenkeel.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;

/** The paths over a universe's pools by which each pair's asset can be had for the reserve of its chain. */
final class Routes {
    /** The most pools that a trade goes through. */
    static final int MAX_HOPS = 3;
    /** Among very many paths only the shortest are compared. */
    private static final int MAX_ROUTES = 32;

    private final TradingUniverse universe;
    private final List<List<Route>> byPair = new ArrayList<>();

    Routes(TradingUniverse universe) {
        this.universe = universe;
        Search search = new Search(universe.pairs());
        universe.reserves().values().forEach(search::from);
        Map<Token, List<Route>> byAsset = new HashMap<>();
        for (TradingPair pair : universe.pairs()) {
            byPair.add(byAsset.computeIfAbsent(pair.base(), asset -> shortest(search.pathsTo(asset))));
        }
    }

    /** The routes to a pair's asset, shortest first; none where no path leads there. */
    List<Route> to(TradingPair pair) {
        return byPair.get(universe.indexOf(pair));
    }

    private static List<Route> shortest(List<List<TradingPair>> paths) {
        return paths.stream()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MAX_ROUTES)
                .map(Route::new)
                .toList();
    }

    /** Walks every path from a reserve once, and notes at each token how it came there. A token is on one chain. */
    private static final class Search {
        private final Map<Token, List<TradingPair>> poolsOf = new HashMap<>();
        private final Map<Token, List<List<TradingPair>>> found = new HashMap<>();
        private final List<TradingPair> path = new ArrayList<>();
        private final Set<Token> seen = new HashSet<>();

        Search(List<TradingPair> pools) {
            for (TradingPair pool : pools) {
                poolsOf.computeIfAbsent(pool.base(), token -> new ArrayList<>()).add(pool);
                poolsOf.computeIfAbsent(pool.quote(), token -> new ArrayList<>())
                        .add(pool);
            }
        }

        List<List<TradingPair>> pathsTo(Token asset) {
            return found.getOrDefault(asset, List.of());
        }

        void from(Token at) {
            seen.add(at);
            if (!path.isEmpty()) {
                found.computeIfAbsent(at, token -> new ArrayList<>()).add(List.copyOf(path));
            }
            if (path.size() < MAX_HOPS) {
                for (TradingPair pool : poolsOf.getOrDefault(at, List.of())) {
                    Token next = pool.quote().equals(at) ? pool.base() : pool.quote();
                    if (!seen.contains(next)) {
                        path.addLast(pool);
                        from(next);
                        path.removeLast();
                    }
                }
            }
            seen.remove(at);
        }
    }
}
