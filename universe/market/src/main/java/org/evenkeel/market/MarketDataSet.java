package org.evenkeel.market;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data set: what it offers, and the candles behind it. Columns are loaded once and shared by every universe and run
 * that uses them, over any number of threads; columns that no run holds may be dropped when memory is short.
 */
public final class MarketDataSet {
    private final MarketCatalog catalog;
    private final CandleSource source;
    private final Set<TradingPair> offered;
    private final Map<TradingPair, SoftReference<PairHistory>> loaded = new HashMap<>();
    /** Those that do not come from the source. */
    private final Map<TradingPair, PairHistory> given;

    /**
     * @param catalog the pairs on offer
     * @param source where their candles are
     */
    public MarketDataSet(MarketCatalog catalog, CandleSource source) {
        this(catalog, source, Map.of());
    }

    private MarketDataSet(MarketCatalog catalog, CandleSource source, Map<TradingPair, PairHistory> given) {
        this.catalog = catalog;
        this.source = source;
        this.offered = new HashSet<>(catalog.pairs());
        this.given = given;
    }

    /**
     * The same data set with another history for some pairs: every universe that has one of them gets that one.
     *
     * @param other their candles, in USD
     */
    public MarketDataSet with(MarketHistory other) {
        Map<TradingPair, PairHistory> all = new HashMap<>(given);
        for (TradingPair pair : other.universe().pairs()) {
            all.put(pair, other.of(pair));
        }
        return new MarketDataSet(catalog, source, Map.copyOf(all));
    }

    /** The pairs on offer; this is what a strategy gets to choose from. */
    public MarketCatalog catalog() {
        return catalog;
    }

    /** Where the candles are, as they were recorded: in USD or in quote tokens. */
    public CandleSource source() {
        return source;
    }

    /**
     * The candles of a universe, in USD. Only the pairs of the universe, and those that turn their quotes into dollars,
     * are loaded. A quote token that is no dollar is valued by the first pair of the catalog that trades it against
     * one; where that pair has had no candle for a day, the pairs quoted in it have none either.
     *
     * @throws DataException when the data is missing or cannot be used, a pair is not in this data set, or no pair says
     *     what a quote token is worth in dollars
     */
    public MarketHistory history(TradingUniverse universe) {
        for (TradingPair pair : universe.pairs()) {
            if (!offered.contains(pair)) {
                throw new DataException(pair + " is not in the data set " + catalog.name()
                        + ": the universe was built from another one. Build it from this data set's catalog.");
            }
        }
        return new MarketHistory(universe, histories(universe.pairs()));
    }

    /** The histories are held here until all are there, so that none is dropped while another is loaded. */
    private synchronized Map<TradingPair, PairHistory> histories(List<TradingPair> pairs) {
        Map<TradingPair, PairHistory> held = new HashMap<>();
        SequencedSet<TradingPair> missing = new LinkedHashSet<>();
        for (TradingPair pair : pairs) {
            hold(pair, held, missing);
        }
        if (!missing.isEmpty()) {
            load(new ArrayList<>(missing), held);
        }
        return held;
    }

    /** Holds the pair if it is in memory; else it is missing, after the pair that its conversion needs. */
    private void hold(TradingPair pair, Map<TradingPair, PairHistory> held, SequencedSet<TradingPair> missing) {
        PairHistory history = find(pair);
        if (history != null) {
            held.put(pair, history);
        } else if (!missing.contains(pair)) {
            conversion(pair).ifPresent(quoteUsd -> hold(quoteUsd, held, missing));
            missing.add(pair);
        }
    }

    private @Nullable PairHistory find(TradingPair pair) {
        SoftReference<PairHistory> reference = loaded.get(pair);
        return given.getOrDefault(pair, reference == null ? null : reference.get());
    }

    private void load(List<TradingPair> missing, Map<TradingPair, PairHistory> held) {
        List<Candles> columns = source.load(missing);
        if (columns.size() != missing.size()) {
            throw new DataException("The source of the data set " + catalog.name() + " gave the candles of "
                    + columns.size() + " pairs when asked for " + missing.size() + ": it must give one for each.");
        }
        for (int i = 0; i < missing.size(); i++) {
            TradingPair pair = missing.get(i);
            PairHistory history = new PairHistory(pair, inUsd(pair, columns.get(i), held));
            held.put(pair, history);
            loaded.put(pair, new SoftReference<>(history));
        }
    }

    private Candles inUsd(TradingPair pair, Candles own, Map<TradingPair, PairHistory> held) {
        Optional<PairHistory> quoteUsd = conversion(pair).map(held::get);
        if (quoteUsd.isEmpty()) {
            return own;
        }
        try {
            return UsdConversion.convert(own, quoteUsd.get().candles());
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "The candles of " + pair + " cannot be turned into dollars by those of "
                            + quoteUsd.get().pair() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The pair that says what the quote token is worth in dollars; empty where none is needed. */
    private Optional<TradingPair> conversion(TradingPair pair) {
        if (pair.priceUnit() == PriceUnit.USD || UsdPegs.isPegged(pair.quote())) {
            return Optional.empty();
        }
        for (TradingPair other : catalog.pairs()) {
            boolean dollars = other.priceUnit() == PriceUnit.USD || UsdPegs.isPegged(other.quote());
            if (dollars && other.base().equals(pair.quote())) {
                return Optional.of(other);
            }
        }
        throw new DataException("The candles of " + pair + " are measured in " + pair.quote() + ", and no pair of "
                + catalog.name() + " says what that is worth in dollars: add a pair of " + pair.quote()
                + " against a dollar on " + pair.chain() + ", or give the candles in dollars.");
    }
}
