package org.evenkeel.market;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The pairs that a strategy may trade, and the reserve asset of each chain. Immutable, and without prices: what the
 * market did is read through a {@link MarketView}.
 */
public final class TradingUniverse {
    private final List<TradingPair> pairs;
    private final SequencedMap<Chain, Token> reserves;
    private final List<PairFilter> filters;
    private final List<String> notes;
    private final PairIndex index;

    TradingUniverse(
            List<TradingPair> pairs,
            SequencedMap<Chain, Token> reserves,
            List<PairFilter> filters,
            List<String> notes) {
        this.pairs = List.copyOf(pairs);
        this.reserves = Collections.unmodifiableSequencedMap(reserves);
        this.filters = List.copyOf(filters);
        this.notes = List.copyOf(notes);
        this.index = new PairIndex(this.pairs);
    }

    /** The pairs, in the order they were chosen in. */
    public List<TradingPair> pairs() {
        return pairs;
    }

    /** The reserve asset of each chain; the first chain is the one where money comes in. */
    public SequencedMap<Chain, Token> reserves() {
        return reserves;
    }

    /** The chain where money comes in and goes out: that of the first pair. */
    public Chain homeChain() {
        return reserves.firstEntry().getKey();
    }

    /**
     * The reserve asset of a chain.
     *
     * @throws DataException when the universe has no pair on that chain
     */
    public Token reserve(Chain chain) {
        Token token = reserves.get(chain);
        if (token == null) {
            throw new DataException(
                    "The universe has no reserve asset on " + chain + ": it trades on " + reserves.keySet() + " only.");
        }
        return token;
    }

    /** What a person should know of how the universe came about, such as pairs that the data lacks. */
    public List<String> notes() {
        return notes;
    }

    /** Whether the pair belongs to the universe. */
    public boolean contains(TradingPair pair) {
        return index.find(pair) >= 0;
    }

    /**
     * The pair's place in {@link #pairs()}.
     *
     * @throws DataException when it is not in the universe
     */
    public int indexOf(TradingPair pair) {
        int found = index.find(pair);
        if (found < 0) {
            throw new DataException(pair + " is not in the universe: add it in createTradingUniverse, or trade one of "
                    + PairNames.symbols(pairs) + ".");
        }
        return found;
    }

    /** The pair of an id. */
    public Optional<TradingPair> findPair(long id) {
        return index.findId(id);
    }

    /**
     * The pair of a name, written as for {@link MarketCatalog#select(String...)}.
     *
     * @throws DataException when there is none, or more than one
     */
    public TradingPair pair(String name) {
        return PairNames.pair(name, pairs, "the universe");
    }

    /** Whether the pair passes the universe's filters as of the view's instant. */
    boolean accepts(TradingPair pair, MarketView view) {
        for (PairFilter filter : filters) {
            if (!filter.accepts(pair, view)) {
                return false;
            }
        }
        return true;
    }
}
