package org.evenkeel.market;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds pairs by the names that people write: {@code WETH-USDC}, {@code WETH-USDC@uniswap-v2},
 * {@code WETH-USDC@uniswap-v3@polygon} or, for the pair of an id, {@code #17}; in any case, with - or /. A name without
 * either is a stock's: {@code AAPL} is {@code AAPL-USD}.
 */
final class PairNames {
    private static final int LISTED = 30;

    private PairNames() {}

    /** All pairs that a name fits. */
    static List<TradingPair> matches(String name, List<TradingPair> pairs) {
        return pairs.stream().filter(named(name.strip())).toList();
    }

    /** The one pair that a name fits. */
    static TradingPair pair(String name, List<TradingPair> pairs, String where) {
        List<TradingPair> found = matches(name, pairs);
        if (found.isEmpty()) {
            throw new DataException("There is no pair '" + name + "' in " + where + ". It has " + symbols(pairs) + ".");
        }
        if (found.size() > 1) {
            throw new DataException("'" + name + "' names " + found.size() + " pairs in " + where + ": write one of "
                    + found.stream().map(pair -> unique(pair, pairs)).toList() + ".");
        }
        return found.getFirst();
    }

    /** The symbols of the first pairs, and how many more there are. */
    static String symbols(List<TradingPair> pairs) {
        String first = pairs.stream().limit(LISTED).map(TradingPair::symbol).collect(Collectors.joining(", "));
        return pairs.size() > LISTED ? first + " and " + (pairs.size() - LISTED) + " more" : first;
    }

    private static Predicate<TradingPair> named(String name) {
        if (name.startsWith("#")) {
            return pair -> name.equals(byId(pair));
        }
        String[] parts = name.split("@", -1);
        String symbol = dashed(parts[0].contains("-") || parts[0].contains("/") ? parts[0] : parts[0] + "-USD");
        return pair -> dashed(pair.symbol()).equalsIgnoreCase(symbol)
                && Stream.of(parts).skip(1).allMatch(place -> isOn(pair, place));
    }

    private static boolean isOn(TradingPair pair, String place) {
        return pair.exchange().name().equalsIgnoreCase(place)
                || pair.chain().name().equalsIgnoreCase(place);
    }

    private static String dashed(String symbol) {
        return symbol.replace('/', '-');
    }

    private static String byId(TradingPair pair) {
        return "#" + pair.id();
    }

    /** The shortest name that fits this pair alone. */
    private static String unique(TradingPair pair, List<TradingPair> pairs) {
        String onExchange = pair.symbol() + "@" + pair.exchange().name();
        return Stream.of(onExchange, onExchange + "@" + pair.chain().name())
                .filter(name -> matches(name, pairs).size() == 1)
                .findFirst()
                .orElse(byId(pair));
    }
}
