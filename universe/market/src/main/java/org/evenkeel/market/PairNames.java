package org.evenkeel.market;

import java.util.List;
import java.util.stream.Collectors;

/** Finds pairs by the names that people write: {@code WETH-USDC}, {@code WETH-USDC@uniswap-v2}, any case, - or /. */
final class PairNames {
    private PairNames() {}

    static List<TradingPair> matches(String name, List<TradingPair> pairs) {
        String[] parts = name.strip().replace('/', '-').split("@", 2);
        return pairs.stream()
                .filter(pair -> pair.symbol().equalsIgnoreCase(parts[0]))
                .filter(pair -> parts.length == 1 || pair.exchange().name().equalsIgnoreCase(parts[1]))
                .toList();
    }

    static TradingPair pair(String name, List<TradingPair> pairs, String where) {
        List<TradingPair> found = matches(name, pairs);
        if (found.isEmpty()) {
            throw new DataException("There is no pair '" + name + "' in " + where + ". It has " + symbols(pairs) + ".");
        }
        if (found.size() > 1) {
            throw new DataException("'" + name + "' names " + found.size() + " pairs in " + where + ": write one of "
                    + found.stream().map(PairNames::full).toList() + ".");
        }
        return found.getFirst();
    }

    private static String full(TradingPair pair) {
        return pair.symbol() + "@" + pair.exchange().name();
    }

    private static String symbols(List<TradingPair> pairs) {
        String first = pairs.stream().limit(30).map(TradingPair::symbol).collect(Collectors.joining(", "));
        return pairs.size() > 30 ? first + " and " + (pairs.size() - 30) + " more" : first;
    }
}
