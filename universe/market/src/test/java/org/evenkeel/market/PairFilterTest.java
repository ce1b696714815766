package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Filters judge a pair by what was known at the decision. */
final class PairFilterTest {
    private static final TradingPair OLD = Pairs.usd(1, "WETH", "USDC");
    private static final TradingPair LATE = Pairs.usd(2, "UNI", "USDC");
    private static final TradingPair DELISTED = Pairs.usd(3, "LUNA", "USDC");

    /** One always there, one listed at hour 100, one delisted at hour 50. */
    private static Map<TradingPair, Candles> threeLives() {
        Map<TradingPair, Candles> candles = new LinkedHashMap<>();
        candles.put(OLD, Markets.hourly(LongStream.range(0, 200).toArray()));
        candles.put(LATE, Markets.hourly(LongStream.range(100, 200).toArray()));
        candles.put(DELISTED, Markets.hourly(LongStream.range(0, 50).toArray()));
        return candles;
    }

    private static List<TradingPair> pairsAt(long hour, PairFilter... filters) {
        MarketDataSet data = Markets.dataSet(threeLives());
        UniverseBuilder builder = data.catalog().selectAll();
        for (PairFilter filter : filters) {
            builder.where(filter);
        }
        return data.history(builder.build()).asOf(Markets.hour(hour)).pairs();
    }

    @Test
    void a_pair_is_not_there_before_its_first_candle_has_closed() {
        assertEquals(List.of(), pairsAt(0));
        assertEquals(List.of(OLD, DELISTED), pairsAt(1));
        assertEquals(List.of(OLD, DELISTED), pairsAt(100));
        assertEquals(List.of(OLD, LATE, DELISTED), pairsAt(101));
    }

    @Test
    void a_pair_that_no_longer_trades_is_left_out_when_its_price_is_old_and_not_before() {
        PairFilter alive = PairFilter.tradedWithin(Duration.ofHours(2));
        assertEquals(List.of(OLD, DELISTED), pairsAt(50, alive));
        assertEquals(List.of(OLD, DELISTED), pairsAt(52, alive));
        assertEquals(List.of(OLD), pairsAt(53, alive));
    }

    @Test
    void the_age_of_a_pair_is_what_it_was_at_the_decision() {
        PairFilter aged = PairFilter.minAge(Duration.ofHours(24));
        assertEquals(List.of(), pairsAt(23, aged));
        assertEquals(List.of(OLD, DELISTED), pairsAt(24, aged));
        assertEquals(List.of(OLD, DELISTED), pairsAt(123, aged));
        assertEquals(List.of(OLD, LATE, DELISTED), pairsAt(124, aged));
    }

    @Test
    void all_filters_must_be_met_and_so_must_both_of_a_joined_one() {
        PairFilter aged = PairFilter.minAge(Duration.ofHours(24));
        PairFilter alive = PairFilter.tradedWithin(Duration.ofHours(2));
        assertEquals(List.of(OLD), pairsAt(101, aged, alive));
        assertEquals(List.of(OLD), pairsAt(101, aged.and(alive)));
        assertEquals(List.of(OLD, LATE), pairsAt(101, alive));
    }

    @SeededTest
    void volume_and_value_locked_are_those_of_the_time_before_the_decision(long seed) {
        Random random = new Random(seed);
        Candles candles = new RandomCandles(random, Interval.HOURLY, 200).make();
        double usd = random.nextInt(8) * 5000.0;
        double tvl = random.nextInt(20) * 1e5;
        for (long hour = 0; hour < 210; hour++) {
            boolean volume = volumeBefore(candles, hour) >= usd;
            boolean pool = tvlAt(candles, hour) >= tvl;
            boolean there = candles.lastClosedAt(Markets.hour(hour).toEpochMilli()) >= 0;
            assertEquals(there && volume, accepts(candles, hour, PairFilter.minVolume(usd, Duration.ofHours(6))));
            assertEquals(there && pool, accepts(candles, hour, PairFilter.minTvl(tvl)));
        }
    }

    @Test
    void a_pool_that_holds_exactly_what_is_asked_for_is_accepted() {
        Candles.Depth depth = new Candles.Depth(LiquiditySource.RESERVES, new double[] {500});
        Candles.Prices price = Candles.Prices.ofCloses(new double[] {1});
        long[] times = {Markets.hour(0).toEpochMilli()};
        Candles candles = new Candles(Interval.HOURLY, times, price, depth);
        assertTrue(accepts(candles, 1, PairFilter.minTvl(1000)));
        assertFalse(accepts(candles, 1, PairFilter.minTvl(Math.nextUp(1000))));
    }

    private static boolean accepts(Candles candles, long hour, PairFilter filter) {
        MarketDataSet data = Markets.dataSet(Map.of(OLD, candles));
        MarketHistory history =
                data.history(data.catalog().selectAll().where(filter).build());
        return !history.asOf(Markets.hour(hour)).pairs().isEmpty();
    }

    private static double volumeBefore(Candles candles, long hour) {
        double sum = 0;
        for (Candle candle : Markets.all(candles)) {
            boolean inside = !candle.openTime().isBefore(Markets.hour(hour - 6))
                    && !candle.closeTime().isAfter(Markets.hour(hour));
            sum += inside && !Double.isNaN(candle.volume()) ? candle.volume() : 0;
        }
        return sum;
    }

    /** Twice the depth at the last closed candle; 0 where it is unknown. */
    private static double tvlAt(Candles candles, long hour) {
        double depth = 0;
        List<Candle> all = new ArrayList<>(Markets.all(candles));
        for (int row = 0; row < all.size(); row++) {
            if (!all.get(row).closeTime().isAfter(Markets.hour(hour))) {
                depth = Double.isNaN(candles.depthUsd(row)) ? 0 : candles.depthUsd(row);
            }
        }
        return 2 * depth;
    }
}
