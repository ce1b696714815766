package org.evenkeel.sweep.subject;

import java.util.Arrays;
import org.evenkeel.market.Candles;

/** The prices of one pair in rows that it shares with others; NaN in those in which it has none. */
record RowPrices(double[] opens, double[] highs, double[] lows, double[] closes) {
    /**
     * The prices of candles.
     *
     * @param at the row of each candle
     * @param rows how many rows there are
     */
    static RowPrices of(Candles.Prices prices, int[] at, int rows) {
        return new RowPrices(
                spread(prices.opens(), at, rows),
                spread(prices.highs(), at, rows),
                spread(prices.lows(), at, rows),
                spread(prices.closes(), at, rows));
    }

    private static double[] spread(double[] column, int[] at, int rows) {
        double[] spread = new double[rows];
        Arrays.fill(spread, Double.NaN);
        for (int i = 0; i < at.length; i++) {
            spread[at[i]] = column[i];
        }
        return spread;
    }

    /** For each row the last close before it, which its step is made from; NaN where there is none. */
    double[] closesBefore() {
        double[] before = new double[closes.length];
        double last = Double.NaN;
        for (int row = 0; row < before.length; row++) {
            before[row] = last;
            last = Double.isNaN(closes[row]) ? last : closes[row];
        }
        return before;
    }

    /**
     * The same steps in another order, from the same price to the same price.
     *
     * @param before of each row, {@link #closesBefore}
     * @param order for each row the one whose step it makes
     * @param moved where the order differs: what lies outside stays as it is
     */
    RowPrices inOrder(double[] before, int[] order, RowOrders.Stretch moved) {
        RowPrices made = new RowPrices(opens.clone(), highs.clone(), lows.clone(), closes.clone());
        double last = moved.isEmpty() ? Double.NaN : before[moved.from()];
        for (int row = moved.from(); row < moved.to(); row++) {
            int from = order[row];
            // The first candle of all makes no step: it stays at its own level.
            made.put(row, this, from, Double.isNaN(before[from]) ? 1 : last / before[from]);
            last = Double.isNaN(made.closes[row]) ? last : made.closes[row];
        }
        return made;
    }

    private void put(int row, RowPrices was, int from, double level) {
        double open = was.opens[from] * level;
        double close = was.closes[from] * level;
        opens[row] = open;
        closes[row] = close;
        // Rounding must not put a high under its close.
        highs[row] = Math.max(was.highs[from] * level, Math.max(open, close));
        lows[row] = Math.min(was.lows[from] * level, Math.min(open, close));
    }

    /** The prices as those of candles: without the rows in which there are none. */
    Candles.Prices ofCandles(int[] at, double[] volumes) {
        return new Candles.Prices(
                gathered(opens, at), gathered(highs, at), gathered(lows, at), gathered(closes, at), volumes);
    }

    private static double[] gathered(double[] column, int[] at) {
        return Arrays.stream(at).mapToDouble(row -> column[row]).toArray();
    }

    /** The rows that have a price. */
    int[] rows() {
        int[] rows = new int[closes.length];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            rows[count] = row;
            count += Double.isNaN(closes[row]) ? 0 : 1;
        }
        return Arrays.copyOf(rows, count);
    }
}
