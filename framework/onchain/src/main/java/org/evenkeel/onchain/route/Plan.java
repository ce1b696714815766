package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much goes on which path. */
record Plan(Map<Path, BigInteger> amounts) {
    static Plan single(Path path, BigInteger amount) {
        return new Plan(Map.of(path, amount));
    }

    /** The largest part first. None where a pool cannot take its part. */
    Optional<Route> route(Graph graph) {
        Market market = graph.market();
        List<Map.Entry<Path, BigInteger>> largestFirst = new ArrayList<>(amounts.entrySet());
        largestFirst.sort(Map.Entry.<Path, BigInteger>comparingByValue(Comparator.reverseOrder()));
        List<RoutePart> parts = new ArrayList<>();
        for (Map.Entry<Path, BigInteger> part : largestFirst) {
            Optional<RoutePart> swapped = market.swap(part.getKey(), part.getValue());
            if (swapped.isEmpty()) {
                return Optional.empty();
            }
            parts.add(swapped.orElseThrow());
        }
        return Optional.of(new Route(parts));
    }

    /** One that is being made, in the order in which its paths came. */
    static final class Builder {
        private final Map<Path, BigInteger> amounts = new LinkedHashMap<>();

        void add(Path path, BigInteger amount) {
            amounts.merge(path, amount, BigInteger::add);
        }

        List<Path> paths() {
            return List.copyOf(amounts.keySet());
        }

        Plan build() {
            return new Plan(amounts);
        }
    }
}
