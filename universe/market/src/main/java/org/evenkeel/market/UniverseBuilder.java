package org.evenkeel.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** Makes a {@link TradingUniverse} of chosen pairs: which filters they must pass, and what the money is kept in. */
public final class UniverseBuilder {
    private final List<TradingPair> pairs;
    private final List<PairFilter> filters = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> preferredReserves = new ArrayList<>();

    UniverseBuilder(List<TradingPair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** Adds a condition that a pair must meet at each decision to be traded in it, judged as of that decision. */
    public UniverseBuilder where(PairFilter filter) {
        filters.add(filter);
        return this;
    }

    /**
     * Prefers these assets, by symbol and in this order, as the reserve of each chain that quotes a pair in one of
     * them. Elsewhere the reserve is the dollar token that quotes most pairs of the chain, and where none is a dollar,
     * the token that quotes most of them; the universe's notes say so.
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
        List<String> told = new ArrayList<>(notes);
        SequencedMap<Chain, Token> reserves = new LinkedHashMap<>();
        for (TradingPair pair : pairs) {
            reserves.computeIfAbsent(pair.chain(), chain -> reserveOf(chain, told));
        }
        tellOfUnmetPreference(reserves, told);
        return new TradingUniverse(pairs, reserves, filters, told);
    }

    private void tellOfUnmetPreference(SequencedMap<Chain, Token> reserves, List<String> told) {
        boolean met = reserves.values().stream()
                .anyMatch(token -> preferredReserves.stream().anyMatch(token.symbol()::equalsIgnoreCase));
        if (!met && !preferredReserves.isEmpty()) {
            told.add("No pair is quoted in " + String.join(" or ", preferredReserves) + ": the money is kept in "
                    + reserves.values() + ".");
        }
    }

    private Token reserveOf(Chain chain, List<String> told) {
        Map<Token, Integer> quotes = new LinkedHashMap<>();
        for (TradingPair pair : pairs) {
            if (pair.chain().equals(chain)) {
                quotes.merge(pair.quote(), 1, Integer::sum);
            }
        }
        for (String symbol : preferredReserves) {
            Optional<Token> preferred = mostUsed(quotes, quote -> quote.symbol().equalsIgnoreCase(symbol));
            if (preferred.isPresent()) {
                return preferred.get();
            }
        }
        return mostUsed(quotes, UsdPegs::isPegged).orElseGet(() -> {
            Token best = mostUsed(quotes, quote -> true).orElseThrow();
            told.add("No pair on " + chain + " is quoted in a dollar: the money there is kept in " + best + ".");
            return best;
        });
    }

    /** Of the quote tokens that meet the condition, the one of most pairs; of several, the one chosen first. */
    private static Optional<Token> mostUsed(Map<Token, Integer> quotes, Predicate<Token> condition) {
        return quotes.entrySet().stream()
                .filter(entry -> condition.test(entry.getKey()))
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey);
    }
}
