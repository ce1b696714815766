package org.evenkeel.report.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;

/**
 * The last closed price of each pair at the points of the equity curve, in USD: as the decisions saw them, and at other
 * points from the market where it is at hand.
 */
final class PricePoints {
    private static final double[] UNKNOWN = new double[0];

    private final double[][] byPoint;

    PricePoints(long[] times, List<TradingPair> pairs, Portfolio book, Optional<MarketHistory> market) {
        Map<Long, double[]> seen = new HashMap<>();
        for (Cycle cycle : book.cycles()) {
            seen.put(cycle.at().toEpochMilli(), cycle.inputs().prices());
        }
        byPoint = new double[times.length][];
        for (int point = 0; point < times.length; point++) {
            double[] prices = seen.get(times[point]);
            byPoint[point] = prices != null ? prices : fromMarket(Instant.ofEpochMilli(times[point]), pairs, market);
        }
    }

    private static double[] fromMarket(Instant at, List<TradingPair> pairs, Optional<MarketHistory> market) {
        if (market.isEmpty()) {
            return UNKNOWN;
        }
        MarketView view = market.get().asOf(at);
        return pairs.stream()
                .mapToDouble(pair ->
                        view.universe().contains(pair) ? view.findClose(pair).orElse(Double.NaN) : Double.NaN)
                .toArray();
    }

    /** Whether the prices of a point are known at all. */
    boolean areKnown(int point) {
        return byPoint[point].length > 0;
    }

    /** The price of a pair at a point; NaN where the pair had none yet, or nothing is known of the point. */
    double price(int point, int pair) {
        return pair >= 0 && pair < byPoint[point].length ? byPoint[point][pair] : Double.NaN;
    }

    /** The last price of a pair that is known at or before a point; NaN where there is none. */
    double lastPrice(int point, int pair) {
        for (int at = point; at >= 0; at--) {
            double price = price(at, pair);
            if (!Double.isNaN(price)) {
                return price;
            }
        }
        return Double.NaN;
    }
}
