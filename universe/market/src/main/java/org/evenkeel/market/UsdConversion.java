package org.evenkeel.market;

import java.time.Duration;

/**
 * Turns candles that are measured in a quote token into dollars.
 *
 * <p>A row is multiplied by the quote token's own candle of the same time; where that pair did not trade in it, by its
 * last close before. What happened inside a candle is not known, so the high (low) is multiplied by the larger
 * (smaller) of the quote's open and close: multiplying high by high would claim that both peaked in the same moment.
 *
 * <p>A row has no value in dollars, and is left out, before the quote token's first price and where its last is older
 * than {@link #MAX_QUOTE_AGE} (two intervals, if they are longer): a fresh price made of a stale one would look fresh.
 */
final class UsdConversion {
    static final Duration MAX_QUOTE_AGE = Duration.ofDays(1);

    private final Candles own;
    private final Candles quote;
    private final long maxAge;
    private final CandleBuffer usd;

    private UsdConversion(Candles own, Candles quote) {
        this.own = own;
        this.quote = quote;
        this.maxAge = Math.max(MAX_QUOTE_AGE.toMillis(), 2 * own.interval().millis());
        this.usd = new CandleBuffer(own.interval(), own.liquiditySource(), own.size());
    }

    /**
     * The candles in dollars.
     *
     * @param own candles in quote tokens
     * @param quote candles of the quote token in dollars, of the same interval or a finer one that divides it
     * @throws IllegalArgumentException when the quote's candles are coarser: they would tell what came later
     */
    static Candles convert(Candles own, Candles quote) {
        return new UsdConversion(own, Resampler.resample(quote, own.interval())).run();
    }

    private Candles run() {
        int next = 0;
        for (int row = 0; row < own.size(); row++) {
            long open = own.time(row);
            while (next < quote.size() && quote.time(next) < open) {
                next++;
            }
            if (next < quote.size() && quote.time(next) == open) {
                convert(row, quote.open(next), quote.close(next));
            } else {
                convertAtLastClose(row, next - 1);
            }
        }
        return usd.candles();
    }

    /** Converts a row at the close of the last quote candle that had closed when the row opened. */
    private void convertAtLastClose(int row, int before) {
        long open = own.time(row);
        long interval = quote.interval().millis();
        int closed = before >= 0 && quote.time(before) + interval > open ? before - 1 : before;
        if (closed >= 0 && open - quote.time(closed) - interval <= maxAge) {
            convert(row, quote.close(closed), quote.close(closed));
        }
    }

    private void convert(int row, double quoteOpen, double quoteClose) {
        double open = own.open(row) * quoteOpen;
        double close = own.close(row) * quoteClose;
        int to = usd.next(own.time(row));
        usd.opens[to] = open;
        usd.closes[to] = close;
        usd.highs[to] = Math.max(Math.max(open, close), own.high(row) * Math.max(quoteOpen, quoteClose));
        usd.lows[to] = Math.min(Math.min(open, close), own.low(row) * Math.min(quoteOpen, quoteClose));
        usd.volumes[to] = own.volume(row);
        usd.depth(to, own.depthUsd(row));
    }
}
