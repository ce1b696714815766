package org.evenkeel.data.columns;

import org.evenkeel.market.Candles;
import org.evenkeel.market.Reserves;
import org.evenkeel.market.TradingPair;

/**
 * A pair and its candles, to be written.
 *
 * @param pair the pair
 * @param candles its candles, in the pair's own price unit
 * @param reserves what the pool held at their closes, where that is known beside their depth
 */
public record PairCandles(TradingPair pair, Candles candles, Reserves reserves) {
    /** Candles of which at most the depth is known. */
    public PairCandles(TradingPair pair, Candles candles) {
        this(pair, candles, Reserves.NONE);
    }

    /** Whether it is known what the pool held. */
    public boolean hasReserves() {
        return reserves.size() > 0;
    }
}
