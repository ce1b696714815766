package org.evenkeel.backtest;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.TradingTimes;

/** A market in which at times nothing is traded at all, for days. */
final class Outages {
    private static final int COUNT = 4;
    private static final long HOUR = 3_600_000;

    private Outages() {}

    static MarketDataSet of(MarketDataSet data, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] starts = LongStream.range(0, COUNT)
                .map(i -> RandomMarkets.START.toEpochMilli() + (i * 24 * 20 + random.nextLong(24, 200)) * HOUR)
                .toArray();
        long[] ends = LongStream.of(starts)
                .map(start -> start + random.nextLong(60, 250) * HOUR)
                .toArray();
        return TradingTimes.only(
                data, time -> IntStream.range(0, COUNT).noneMatch(i -> time >= starts[i] && time < ends[i]));
    }
}
