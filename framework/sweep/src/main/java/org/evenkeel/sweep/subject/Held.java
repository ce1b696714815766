package org.evenkeel.sweep.subject;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;

/**
 * What pairs would have been worth, bought at the start and held: equal parts of the money in each at its close, without
 * costs; the part of a pair that begins later waits as cash for its first close.
 */
public final class Held {
    private final MarketHistory history;
    private final long[] times;

    /**
     * @param history the prices
     * @param times when the values are told, rising, in epoch milliseconds; at the first of them is bought
     */
    public Held(MarketHistory history, long[] times) {
        this.history = history;
        this.times = times;
    }

    /** The value of all pairs together. */
    public double[] values(double money) {
        List<TradingPair> pairs = history.universe().pairs();
        double[] sum = new double[times.length];
        for (TradingPair pair : pairs) {
            double[] values = values(pair, money / pairs.size());
            Arrays.setAll(sum, i -> sum[i] + values[i]);
        }
        return sum;
    }

    /** The value of one pair. */
    public double[] values(TradingPair pair, double money) {
        Candles candles = history.of(pair).candles();
        double[] values = new double[times.length];
        double bought = Double.NaN;
        for (int i = 0; i < times.length; i++) {
            int row = candles.lastClosedAt(times[i]);
            if (row >= 0 && Double.isNaN(bought)) {
                bought = candles.close(row);
            }
            values[i] = row < 0 ? money : money * candles.close(row) / bought;
        }
        return values;
    }
}
