package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.evenkeel.market.TradingPair;

/** The shortest name of each pair that no other pair of the run has: anyone can give a token another one's symbol. */
public final class PairLabels {
    private static final List<Function<TradingPair, String>> LONGER_AND_LONGER = List.of(
            PairLabels::symbol,
            pair -> symbol(pair) + " @" + Texts.label(pair.exchange().name()),
            pair -> symbol(pair) + " @" + Texts.label(pair.exchange().name()) + " @"
                    + Texts.label(pair.chain().name()),
            pair -> symbol(pair) + " #" + pair.id());

    private final List<TradingPair> pairs;
    private final Map<TradingPair, Integer> indexes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** The labels of these pairs: each as short as tells it from the others. */
    public PairLabels(List<TradingPair> pairs) {
        this.pairs = List.copyOf(pairs);
        List<Map<String, Integer>> uses =
                LONGER_AND_LONGER.stream().map(name -> uses(pairs, name)).toList();
        for (TradingPair pair : pairs) {
            indexes.put(pair, labels.size());
            labels.add(label(pair, uses));
        }
    }

    private static Map<String, Integer> uses(List<TradingPair> pairs, Function<TradingPair, String> name) {
        Map<String, Integer> uses = new HashMap<>();
        pairs.forEach(pair -> uses.merge(key(name.apply(pair)), 1, Integer::sum));
        return uses;
    }

    private static String label(TradingPair pair, List<Map<String, Integer>> uses) {
        for (int i = 0; i < uses.size(); i++) {
            String name = LONGER_AND_LONGER.get(i).apply(pair);
            if (uses.get(i).getOrDefault(key(name), 0) == 1) {
                return name;
            }
        }
        return LONGER_AND_LONGER.getLast().apply(pair);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String symbol(TradingPair pair) {
        return Texts.label(pair.base().symbol()) + "-"
                + Texts.label(pair.quote().symbol());
    }

    /** The pairs of the run, in the universe's order. */
    public List<TradingPair> pairs() {
        return pairs;
    }

    /** The labels of {@link #pairs()}. */
    public List<String> all() {
        return List.copyOf(labels);
    }

    /** The place of a pair in {@link #pairs()}; −1 for a pair that is not of the universe. */
    public int indexOf(TradingPair pair) {
        return indexes.getOrDefault(pair, -1);
    }

    /** The label of a pair. */
    public String of(TradingPair pair) {
        int index = indexOf(pair);
        return index >= 0 ? labels.get(index) : LONGER_AND_LONGER.getLast().apply(pair);
    }
}
