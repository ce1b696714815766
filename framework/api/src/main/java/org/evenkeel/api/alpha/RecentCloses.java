package org.evenkeel.api.alpha;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Candle;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;

/**
 * The closes of pairs on one grid of times, so that those of several pairs stand side by side: the grid lines of the
 * interval up to the last one that is not after the decision.
 *
 * <p>Where a pair did not trade in a candle, its last close before stands: a pool's price does not move without a
 * trade.
 *
 * @param interval the length of the candles
 * @param lookback how many candles to look back
 */
record RecentCloses(Interval interval, int lookback) {
    /**
     * A close for each line of the grid, one more than the lookback, oldest first. Empty where the pair is not measured
     * by them: it is younger than the grid, it traded in fewer than half of the candles, or it did not move at all,
     * which would make a dead pool the safest of all.
     */
    Optional<double[]> of(TradingPair pair, MarketView market) {
        List<Candle> candles = market.candles(pair, interval, lookback + 1);
        long end = interval.floor(market.asOf().toEpochMilli());
        long start = end - lookback * interval.millis();
        if (candles.isEmpty() || candles.getFirst().closeTime().toEpochMilli() > start) {
            return Optional.empty();
        }
        double[] closes = new double[lookback + 1];
        int traded = 0;
        int next = 0;
        for (int line = 0; line <= lookback; line++) {
            closes[line] = line == 0 ? 0 : closes[line - 1];
            int before = next;
            while (next < candles.size() && closesBy(candles.get(next), start + line * interval.millis())) {
                closes[line] = candles.get(next).close();
                next++;
            }
            traded += line > 0 && next > before ? 1 : 0;
        }
        return 2 * traded >= lookback && moves(closes) ? Optional.of(closes) : Optional.empty();
    }

    private static boolean closesBy(Candle candle, long epochMillis) {
        return candle.closeTime().toEpochMilli() <= epochMillis;
    }

    private static boolean moves(double[] closes) {
        for (double close : closes) {
            if (close != closes[0]) {
                return true;
            }
        }
        return false;
    }
}
