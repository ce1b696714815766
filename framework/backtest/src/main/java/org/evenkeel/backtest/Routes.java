package org.evenkeel.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
        for (TradingPair pair : universe.pairs()) {
            byPair.add(find(pair));
        }
    }

    /** The routes to a pair's asset, shortest first; none where no path leads there. */
    List<Route> to(TradingPair pair) {
        return byPair.get(universe.indexOf(pair));
    }

    private List<Route> find(TradingPair pair) {
        List<List<TradingPair>> paths = new ArrayList<>();
        Token reserve = universe.reserve(pair.chain());
        extend(reserve, pair, new ArrayList<>(), new HashSet<>(Set.of(reserve)), paths);
        return paths.stream()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MAX_ROUTES)
                .map(Route::new)
                .toList();
    }

    private void extend(
            Token at, TradingPair goal, List<TradingPair> path, Set<Token> seen, List<List<TradingPair>> found) {
        if (at.equals(goal.base())) {
            found.add(List.copyOf(path));
            return;
        }
        if (path.size() == MAX_HOPS) {
            return;
        }
        for (TradingPair pool : universe.pairs()) {
            boolean touches = pool.quote().equals(at) || pool.base().equals(at);
            Token next = pool.quote().equals(at) ? pool.base() : pool.quote();
            if (touches && seen.add(next)) {
                path.addLast(pool);
                extend(next, goal, path, seen, found);
                path.removeLast();
                seen.remove(next);
            }
        }
    }
}
