package org.evenkeel.market;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A data set: what it offers, and the candles behind it. Columns are loaded once and shared by every universe and run
 * that uses them, over any number of threads.
 */
public final class MarketDataSet {
    private final MarketCatalog catalog;
    private final CandleSource source;
    private final Map<Long, SoftReference<PairHistory>> loaded = new ConcurrentHashMap<>();

    /**
     * @param catalog the pairs on offer
     * @param source where their candles are
     */
    public MarketDataSet(MarketCatalog catalog, CandleSource source) {
        this.catalog = catalog;
        this.source = source;
    }

    /** The pairs on offer; this is what a strategy gets to choose from. */
    public MarketCatalog catalog() {
        return catalog;
    }

    /**
     * The candles of a universe, in USD. Only the pairs of the universe, and those that turn their quotes into dollars,
     * are loaded.
     *
     * @throws DataException when the data is missing or cannot be used
     */
    public MarketHistory history(TradingUniverse universe) {
        List<PairHistory> histories = histories(universe.pairs());
        SequencedMap<TradingPair, PairHistory> byPair = new LinkedHashMap<>();
        for (int i = 0; i < histories.size(); i++) {
            byPair.put(universe.pairs().get(i), histories.get(i));
        }
        return new MarketHistory(universe, byPair);
    }

    private List<PairHistory> histories(List<TradingPair> pairs) {
        SequencedSet<TradingPair> needed = new LinkedHashSet<>();
        pairs.forEach(pair -> addWithConversions(pair, needed));
        load(needed.stream().filter(pair -> cached(pair).isEmpty()).toList());
        List<PairHistory> result = new ArrayList<>(pairs.size());
        for (TradingPair pair : pairs) {
            result.add(cached(pair)
                    .orElseThrow(() -> new DataException("The candles of " + pair
                            + " were dropped from memory while they were in use: give the process more memory.")));
        }
        return result;
    }

    private void addWithConversions(TradingPair pair, SequencedSet<TradingPair> needed) {
        if (!needed.contains(pair)) {
            conversion(pair).ifPresent(quoteUsd -> addWithConversions(quoteUsd, needed));
            needed.add(pair);
        }
    }

    /** The pair that says what the quote token is worth in dollars, where one is needed and there is one. */
    private Optional<TradingPair> conversion(TradingPair pair) {
        if (pair.priceUnit() == PriceUnit.USD || UsdPegs.isPegged(pair.quote())) {
            return Optional.empty();
        }
        return catalog.pairs().stream()
                .filter(other -> other.base().equals(pair.quote()))
                .filter(other -> other.priceUnit() == PriceUnit.USD || UsdPegs.isPegged(other.quote()))
                .findFirst();
    }

    private void load(List<TradingPair> missing) {
        if (missing.isEmpty()) {
            return;
        }
        List<Candles> columns = source.load(missing);
        for (int i = 0; i < missing.size(); i++) {
            TradingPair pair = missing.get(i);
            Candles own = columns.get(i);
            // A conversion always stands before the pairs that need it: see addWithConversions.
            Candles usd = conversion(pair)
                    .flatMap(this::cached)
                    .map(quote -> UsdConversion.convert(own, quote.candles()))
                    .orElse(own);
            loaded.put(pair.id(), new SoftReference<>(new PairHistory(pair, usd)));
        }
    }

    private Optional<PairHistory> cached(TradingPair pair) {
        return Optional.ofNullable(loaded.get(pair.id())).map(SoftReference::get);
    }
}
