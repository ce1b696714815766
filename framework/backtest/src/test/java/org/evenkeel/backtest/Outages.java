package org.evenkeel.backtest;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.testkit.RandomMarkets;

/** A market in which at times nothing is traded at all, for days. */
final class Outages {
    private static final int COUNT = 4;
    private static final long HOUR = 3_600_000;

    private final long[] starts;
    private final long[] ends;

    private Outages(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        starts = LongStream.range(0, COUNT)
                .map(i -> RandomMarkets.START.toEpochMilli() + (i * 24 * 20 + random.nextLong(24, 200)) * HOUR)
                .toArray();
        ends = LongStream.of(starts)
                .map(start -> start + random.nextLong(60, 250) * HOUR)
                .toArray();
    }

    static MarketDataSet of(MarketDataSet data, long seed) {
        Outages outages = new Outages(seed);
        return new MarketDataSet(
                data.catalog(),
                pairs -> List.copyOf(data.source().load(pairs)).stream()
                        .map(outages::without)
                        .toList());
    }

    private Candles without(Candles candles) {
        int[] kept = IntStream.range(0, candles.size())
                .filter(row -> IntStream.range(0, COUNT)
                        .noneMatch(i -> candles.time(row) >= starts[i] && candles.time(row) < ends[i]))
                .toArray();
        UnaryOperator<double[]> part =
                column -> IntStream.of(kept).mapToDouble(row -> column[row]).toArray();
        Candles.Prices prices = candles.prices();
        return new Candles(
                candles.interval(),
                IntStream.of(kept).mapToLong(candles::time).toArray(),
                new Candles.Prices(
                        part.apply(prices.opens()),
                        part.apply(prices.highs()),
                        part.apply(prices.lows()),
                        part.apply(prices.closes()),
                        part.apply(prices.volumes())));
    }
}
