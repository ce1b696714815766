package org.evenkeel.report.view;

import java.util.List;
import org.evenkeel.market.Candles;

/**
 * What is drawn of a pair: its candles, its trades, and what its positions brought.
 *
 * @param candles coarse enough to be seen
 * @param marks the trades
 * @param boxes the positions
 */
public record Drawing(Candles candles, List<Mark> marks, List<ProfitBox> boxes) {
    /**
     * A trade.
     *
     * @param time when it was filled, in epoch milliseconds
     * @param kind {@code buy}, {@code sell}, {@code stop} or {@code target}
     * @param price the mid price
     */
    public record Mark(long time, String kind, double price) {}
}
