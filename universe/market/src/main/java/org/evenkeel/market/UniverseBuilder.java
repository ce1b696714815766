package org.evenkeel.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Makes a {@link TradingUniverse} of chosen pairs: which filters they must pass, and what the money is kept in. */
public final class UniverseBuilder {
    private final List<TradingPair> pairs;
    private final List<PairFilter> filters = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> preferredReserves = new ArrayList<>();

    UniverseBuilder(List<TradingPair> pairs) {
        this.pairs = pairs;
    }

    /** Adds a condition that a pair must meet at each decision to be traded in it, judged as of that decision. */
    public UniverseBuilder where(PairFilter filter) {
        filters.add(filter);
        return this;
    }

    /**
     * Prefers these assets, by symbol and in this order, as the reserve of each chain that quotes a pair in one of them.
     * Elsewhere the reserve is the dollar token that quotes most pairs of the chain.
     */
    public UniverseBuilder reserve(String... symbols) {
        preferredReserves.addAll(List.of(symbols));
        return this;
    }

    UniverseBuilder note(String text) {
        notes.add(text);
        return this;
    }

    /**
     * Builds the universe.
     *
     * @throws DataException when no pair was chosen
     */
    public TradingUniverse build() {
        if (pairs.isEmpty()) {
            throw new DataException("The universe is empty: choose at least one pair that the data has.");
        }
        SequencedMap<Chain, Token> reserves = new LinkedHashMap<>();
        for (TradingPair pair : pairs) {
            reserves.computeIfAbsent(pair.chain(), this::reserveOf);
        }
        return new TradingUniverse(pairs, reserves, filters, notes);
    }

    private Token reserveOf(Chain chain) {
        Map<Token, Integer> quotes = new LinkedHashMap<>();
        for (TradingPair pair : pairs) {
            if (pair.chain().equals(chain)) {
                quotes.merge(pair.quote(), 1, Integer::sum);
            }
        }
        for (String symbol : preferredReserves) {
            for (Token quote : quotes.keySet()) {
                if (quote.symbol().equalsIgnoreCase(symbol)) {
                    return quote;
                }
            }
        }
        return mostUsed(chain, quotes);
    }

    private Token mostUsed(Chain chain, Map<Token, Integer> quotes) {
        boolean dollars = quotes.keySet().stream().anyMatch(UsdPegs::isPegged);
        Token best = quotes.entrySet().stream()
                .filter(entry -> !dollars || UsdPegs.isPegged(entry.getKey()))
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .orElseThrow()
                .getKey();
        if (!dollars) {
            note("No pair on " + chain + " is quoted in a dollar: amounts there are counted in " + best + ".");
        }
        return best;
    }
}
