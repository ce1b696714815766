package org.evenkeel.market;

import java.util.List;

/**
 * Where candles come from: the seam between this room, which does no I/O, and the files, nodes or generators behind.
 */
@FunctionalInterface
public interface CandleSource {
    /**
     * The finest candles of each pair, in the pair's own {@link PriceUnit}.
     *
     * @param pairs the pairs wanted
     * @return as many columns, in the order of the pairs; of no rows where a pair never traded
     * @throws DataException when the data is missing or cannot be used
     */
    List<Candles> load(List<TradingPair> pairs);
}
