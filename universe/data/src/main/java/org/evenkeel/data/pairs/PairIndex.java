package org.evenkeel.data.pairs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.market.TradingPair;

/** Finds the pair that a file's id or symbol means. */
public final class PairIndex {
    private static final int AMBIGUOUS = -2;
    private static final int UNKNOWN = -1;

    private final List<TradingPair> pairs;
    private final Map<Long, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();

    /** An index of the pairs of a data set. */
    public PairIndex(List<TradingPair> pairs) {
        this.pairs = List.copyOf(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            byId.put(pairs.get(i).id(), i);
            addNames(pairs.get(i), i);
        }
    }

    private void addNames(TradingPair pair, int index) {
        String base = pair.base().symbol();
        String quote = pair.quote().symbol();
        addName(Long.toString(pair.id()), index);
        for (String separator : List.of("-", "/", "_", "")) {
            addName(base + separator + quote, index);
        }
        addName(pair.symbol() + "@" + pair.exchange().name(), index);
        addName(base, index);
    }

    private void addName(String name, int index) {
        byName.merge(name.toUpperCase(Locale.ROOT), index, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
    }

    /** The pairs. */
    public List<TradingPair> pairs() {
        return pairs;
    }

    /** The place in {@link #pairs()} of the pair with an id; −1 where there is none. */
    public int indexOf(long id) {
        return byId.getOrDefault(id, UNKNOWN);
    }

    /**
     * The place in {@link #pairs()} of the pair that a text means: its id, {@code WETH-USDC}, {@code WETH/USDC},
     * {@code WETHUSDC}, {@code WETH-USDC@uniswap-v2}, or the base alone; any case. −1 where it means none, or several.
     */
    public int indexOf(String name) {
        return Math.max(UNKNOWN, byName.getOrDefault(name.strip().toUpperCase(Locale.ROOT), UNKNOWN));
    }
}
