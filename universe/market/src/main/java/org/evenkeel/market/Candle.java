package org.evenkeel.market;

import java.time.Instant;

/**
 * One candle, as a value. Code that walks many candles reads the columns of {@link Candles} instead.
 *
 * @param openTime when it opened
 * @param closeTime when it closed, from when on it may be seen
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded value in USD, NaN where unknown
 */
public record Candle(
        Instant openTime, Instant closeTime, double open, double high, double low, double close, double volume) {
    /**
     * @throws IllegalArgumentException when it closes before it opens, or a price is not a positive finite number
     */
    public Candle {
        Checks.that(closeTime.isAfter(openTime), "The candle of %s closes at %s, not after it.", openTime, closeTime);
        Checks.that(
                CandleChecks.arePrices(open, high, low, close),
                "The candle of %s has a price that is not a positive number (%s, %s, %s, %s).",
                openTime,
                open,
                high,
                low,
                close);
    }
}
