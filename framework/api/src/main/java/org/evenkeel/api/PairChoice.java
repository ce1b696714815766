package org.evenkeel.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.NearestName;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UniverseBuilder;

/**
 * The pairs that a strategy is to trade: its own favourites, of which those count that the data has, or those that the
 * user has named instead, of which the data must have each.
 *
 * @param parameter the name of the parameter that they are the value of
 * @param names of pairs, as {@link MarketCatalog#select(String...)} takes them; none for all that the data has
 * @param named whether the user has named them
 */
public record PairChoice(String parameter, List<String> names, boolean named) {
    /** Keeps a copy of the names. */
    public PairChoice {
        names = List.copyOf(names);
    }

    /**
     * Begins a universe of these pairs; of all pairs where none is named, or none of the favourites is on offer.
     *
     * @throws ParameterException when the user has named a pair that is not on offer, with the nearest that is
     */
    public UniverseBuilder from(MarketCatalog market) {
        if (named) {
            requireAll(market);
        }
        return names.isEmpty() ? market.selectAll() : market.selectPreferred(names);
    }

    private void requireAll(MarketCatalog market) {
        List<String> unknown =
                names.stream().filter(name -> market.find(name).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            Set<String> symbols =
                    market.pairs().stream().map(TradingPair::symbol).collect(Collectors.toCollection(TreeSet::new));
            throw new ParameterException("Parameter " + parameter + "=" + String.join(",", names) + ": "
                    + unknown.stream()
                            .map(name -> "there is no pair '" + name + "' in " + market.name() + '.'
                                    + NearestName.hint(name, symbols))
                            .collect(Collectors.joining(" And ")));
        }
    }
}
