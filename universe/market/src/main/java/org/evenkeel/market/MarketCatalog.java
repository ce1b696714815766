package org.evenkeel.market;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a data set or a venue offers: its pairs, without their prices. A strategy chooses its universe from it.
 *
 * <pre>{@code
 * market.select("WETH-USDC", "UNI-WETH").reserve("USDC").build()
 * }</pre>
 */
public final class MarketCatalog {
    private final String name;
    private final boolean synthetic;
    private final Interval interval;
    private final List<TradingPair> pairs;

    /**
     * @param name what people know the data as
     * @param synthetic whether the prices are made up; results then say so wherever they are shown
     * @param interval the finest candles on offer
     * @param pairs the pairs on offer, each id once
     * @throws DataException when two pairs have one id, or there are none
     */
    public MarketCatalog(String name, boolean synthetic, Interval interval, List<TradingPair> pairs) {
        this.name = Checks.label(name, "A data set's name");
        this.synthetic = synthetic;
        this.interval = interval;
        this.pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new DataException("The data set " + name + " lists no pairs: add them to its pairs.json.");
        }
        LinkedHashSet<Long> ids = new LinkedHashSet<>();
        for (TradingPair pair : pairs) {
            if (!ids.add(pair.id())) {
                throw new DataException("The data set " + name + " lists pair id " + pair.id()
                        + " twice: give each pair in its pairs.json an id of its own.");
            }
        }
    }

    /** What people know the data as. */
    public String name() {
        return name;
    }

    /** Whether the prices are made up. */
    public boolean synthetic() {
        return synthetic;
    }

    /** The interval of the finest candles on offer. */
    public Interval interval() {
        return interval;
    }

    /** All pairs on offer. */
    public List<TradingPair> pairs() {
        return pairs;
    }

    /**
     * Chooses pairs by name, each once.
     *
     * @param names such as {@code WETH-USDC}, in any case; {@code WETH-USDC@uniswap-v2} where several venues list it,
     *     with {@code @polygon} behind it where the venue is on several chains; {@code #17} for the pair of an id;
     *     {@code AAPL} for {@code AAPL-USD}
     * @throws DataException when a name fits no pair, or more than one
     */
    public UniverseBuilder select(String... names) {
        LinkedHashSet<TradingPair> chosen = new LinkedHashSet<>();
        for (String wanted : names) {
            chosen.add(PairNames.pair(wanted, pairs, "the data set " + name));
        }
        return new UniverseBuilder(List.copyOf(chosen));
    }

    /** The pairs that a name fits, written as for {@link #select(String...)}. */
    public List<TradingPair> find(String wanted) {
        return PairNames.matches(wanted, pairs);
    }

    /**
     * Chooses those of the named pairs that are on offer, and all pairs where none of them is, so that a strategy which
     * names its favourites also runs on other data. A name that fits several pairs chooses them all. What was left out
     * is among the universe's notes.
     */
    public UniverseBuilder selectPreferred(List<String> names) {
        LinkedHashSet<TradingPair> chosen = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (String wanted : names) {
            List<TradingPair> found = find(wanted);
            chosen.addAll(found);
            if (found.isEmpty()) {
                missing.add(wanted);
            }
        }
        if (chosen.isEmpty()) {
            return selectAll().note("None of the named pairs is in " + name + ": all its pairs are traded.");
        }
        UniverseBuilder builder = new UniverseBuilder(List.copyOf(chosen));
        return missing.isEmpty()
                ? builder
                : builder.note("Not in " + name + ": " + String.join(", ", missing) + ". Traded are "
                        + PairNames.symbols(List.copyOf(chosen)) + ", of its " + pairs.size() + " pairs.");
    }

    /** Chooses the pairs that a condition accepts, such as those of one chain or exchange. */
    public UniverseBuilder select(Predicate<TradingPair> condition) {
        return new UniverseBuilder(pairs.stream().filter(condition).toList());
    }

    /** Chooses all pairs. */
    public UniverseBuilder selectAll() {
        return new UniverseBuilder(pairs);
    }
}
