package org.evenkeel.market;

import java.util.List;

/**
 * Where candles are kept as they come to be known: the counterpart of {@link CandleSource}.
 */
@FunctionalInterface
public interface CandleSink {
    /**
     * Keeps candles in the place of those that were kept of the same pairs from the same times on. They survive the end of the
     * machine when this returns; where it does not return, doing it again makes good.
     *
     * @param tails each pair at most once
     * @throws DataException when they cannot be kept
     */
    void replace(List<CandleTail> tails);
}
