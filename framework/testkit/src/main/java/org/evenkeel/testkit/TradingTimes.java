package org.evenkeel.testkit;

import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketDataSet;

/** Markets in which at some times nothing is traded. */
public final class TradingTimes {
    private TradingTimes() {}

    /**
     * The same pairs and prices, known at some times alone, and without depth.
     *
     * @param times whether there is a candle that opens then, in milliseconds since 1970
     */
    public static MarketDataSet only(MarketDataSet data, LongPredicate times) {
        return new MarketDataSet(
                data.catalog(),
                pairs -> data.source().load(pairs).stream()
                        .map(candles -> only(candles, times))
                        .toList());
    }

    private static Candles only(Candles all, LongPredicate times) {
        int[] kept = IntStream.range(0, all.size())
                .filter(row -> times.test(all.time(row)))
                .toArray();
        UnaryOperator<double[]> part =
                column -> IntStream.of(kept).mapToDouble(row -> column[row]).toArray();
        Candles.Prices prices = all.prices();
        return new Candles(
                all.interval(),
                IntStream.of(kept).mapToLong(all::time).toArray(),
                new Candles.Prices(
                        part.apply(prices.opens()),
                        part.apply(prices.highs()),
                        part.apply(prices.lows()),
                        part.apply(prices.closes()),
                        part.apply(prices.volumes())));
    }
}
