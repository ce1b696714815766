package org.evenkeel.market;

import java.time.Instant;

/**
 * What the candles of a pair are from some time on.
 *
 * @param pair the pair
 * @param from in epoch milliseconds; what was known of the pair from then on no longer holds
 * @param candles those that open then or later, in the pair's own price unit
 * @param reserves what the pool held at their closes; none, or one for each
 */
public record CandleTail(TradingPair pair, long from, Candles candles, Reserves reserves) {
    /**
     * @throws IllegalArgumentException when a candle is of before, or there are reserves of more or fewer candles
     */
    public CandleTail {
        Checks.that(
                candles.size() == 0 || candles.time(0) >= from,
                "The candles of %s from %s on begin at %s already.",
                pair,
                Instant.ofEpochMilli(from),
                candles.size() == 0 ? "" : Instant.ofEpochMilli(candles.time(0)));
        Checks.that(
                reserves.size() == 0 || reserves.size() == candles.size(),
                "There are reserves of %d candles of %s, which has %d.",
                reserves.size(),
                pair,
                candles.size());
    }
}
