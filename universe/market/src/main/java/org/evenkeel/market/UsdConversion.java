package org.evenkeel.market;

import java.util.Arrays;

/**
 * Turns candles that are measured in a quote token into dollars.
 *
 * <p>A row is multiplied by the quote token's own candle of the same time; where that pair did not trade in it, by its
 * last close before. What happened inside a candle is not known, so the high (low) is multiplied by the larger (smaller)
 * of the quote's open and close: multiplying high by high would claim that both peaked in the same moment. Rows before
 * the quote token's first price have no value in dollars and are left out.
 */
final class UsdConversion {
    private final Candles own;
    private final Candles quote;

    private UsdConversion(Candles own, Candles quote) {
        this.own = own;
        this.quote = quote;
    }

    static Candles convert(Candles own, Candles quote) {
        return new UsdConversion(own, quote).run();
    }

    private Candles run() {
        int first = firstConvertible();
        int rows = own.size() - first;
        Candles.Prices usd = new Candles.Prices(
                new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        for (int row = 0; row < rows; row++) {
            convertRow(first + row, row, usd);
        }
        Candles.Depth depth = own.liquiditySource() == LiquiditySource.NONE
                ? Candles.Depth.NONE
                : new Candles.Depth(
                        own.liquiditySource(), Arrays.copyOfRange(own.depth().usd(), first, own.size()));
        return new Candles(own.interval(), Arrays.copyOfRange(own.times(), first, own.size()), usd, depth);
    }

    private int firstConvertible() {
        return quote.size() == 0 ? own.size() : own.firstAtOrAfter(quote.time(0));
    }

    private void convertRow(int from, int to, Candles.Prices usd) {
        long time = own.time(from);
        int match = quote.firstAtOrAfter(time);
        boolean traded = match < quote.size() && quote.time(match) == time;
        double quoteOpen = traded ? quote.open(match) : quote.close(match - 1);
        double quoteClose = traded ? quote.close(match) : quoteOpen;
        double open = own.open(from) * quoteOpen;
        double close = own.close(from) * quoteClose;
        usd.opens()[to] = open;
        usd.closes()[to] = close;
        usd.highs()[to] = Math.max(Math.max(open, close), own.high(from) * Math.max(quoteOpen, quoteClose));
        usd.lows()[to] = Math.min(Math.min(open, close), own.low(from) * Math.min(quoteOpen, quoteClose));
        usd.volumes()[to] = own.volume(from);
    }
}
