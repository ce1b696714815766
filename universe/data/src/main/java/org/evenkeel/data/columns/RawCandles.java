package org.evenkeel.data.columns;

import java.util.List;
import org.evenkeel.market.TradingPair;

/**
 * The candles of one pair as its files hold them: nothing sorted, nothing checked, missing values as NaN.
 *
 * @param pair the pair
 * @param chunks its rows, in the order of files and rows
 */
public record RawCandles(TradingPair pair, List<RawChunk> chunks) {
    /** How many rows there are. */
    public int size() {
        return chunks.stream().mapToInt(RawChunk::size).sum();
    }
}
