package org.evenkeel.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.Candles;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;

/**
 * A pair of a data set in one line.
 *
 * @param pair the pair
 * @param rows how many candles it has
 * @param first when the first one opened; empty where there are none
 * @param last when the last one opened; empty where there are none
 * @param missing how many candles are missing between the first and the last
 * @param lastClose the last price, in USD; empty where there are no candles
 * @param liquidity where its depth comes from
 */
public record PairSummary(
        TradingPair pair,
        int rows,
        Optional<Instant> first,
        Optional<Instant> last,
        long missing,
        OptionalDouble lastClose,
        LiquiditySource liquidity) {
    /**
     * Loads all pairs of a data set and sums them up.
     *
     * @return a line for each pair, in the order of the list
     * @throws org.evenkeel.market.DataException when a pair cannot be loaded
     */
    public static List<PairSummary> of(MarketDataSet data) {
        MarketHistory history = data.history(data.catalog().selectAll().build());
        List<PairSummary> lines = new ArrayList<>();
        for (TradingPair pair : history.universe().pairs()) {
            lines.add(of(pair, history.of(pair).candles()));
        }
        return lines;
    }

    private static PairSummary of(TradingPair pair, Candles candles) {
        int rows = candles.size();
        if (rows == 0) {
            return new PairSummary(
                    pair, 0, Optional.empty(), Optional.empty(), 0, OptionalDouble.empty(), candles.liquiditySource());
        }
        long first = candles.time(0);
        long last = candles.time(rows - 1);
        return new PairSummary(
                pair,
                rows,
                Optional.of(Instant.ofEpochMilli(first)),
                Optional.of(Instant.ofEpochMilli(last)),
                Math.max(0, (last - first) / candles.interval().millis() + 1 - rows),
                OptionalDouble.of(candles.close(rows - 1)),
                candles.liquiditySource());
    }
}
