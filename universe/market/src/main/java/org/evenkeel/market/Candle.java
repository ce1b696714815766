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
 * @param volume traded value in USD
 */
public record Candle(
        Instant openTime, Instant closeTime, double open, double high, double low, double close, double volume) {}
