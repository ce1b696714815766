package org.evenkeel.data.columns;

import org.evenkeel.market.Candles;
import org.evenkeel.market.TradingPair;

/**
 * A pair and its candles, to be written.
 *
 * @param pair the pair
 * @param candles its candles, in the pair's own price unit
 */
public record PairCandles(TradingPair pair, Candles candles) {}
