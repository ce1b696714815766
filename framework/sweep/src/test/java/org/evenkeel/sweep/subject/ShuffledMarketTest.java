package org.evenkeel.sweep.subject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;

class ShuffledMarketTest {
    private static final Backtest.Period EVER = new Backtest.Period(Instant.EPOCH, Instant.EPOCH.plusMillis(1L << 50));

    private static Candles candles(MarketDataSet data, TradingPair pair) {
        return data.source().load(List.of(pair)).getFirst();
    }

    private static double[] steps(Candles candles) {
        return IntStream.range(1, candles.size())
                .mapToDouble(row -> candles.close(row) / candles.close(row - 1))
                .toArray();
    }

    @SeededTest
    void each_pair_makes_the_same_steps_in_another_order_and_ends_where_it_did(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).dataSet();
        MarketDataSet shuffled = new ShuffledMarket(data, EVER).inOrder(seed);
        int moved = 0;
        for (TradingPair pair : data.catalog().pairs()) {
            Candles was = candles(data, pair);
            Candles is = candles(shuffled, pair);
            assertArrayEquals(was.times(), is.times());
            double[] before = steps(was);
            double[] after = steps(is);
            moved += Arrays.equals(before, after) ? 0 : 1;
            Arrays.sort(before);
            Arrays.sort(after);
            assertArrayEquals(before, after, 1e-9);
            assertEquals(was.close(was.size() - 1), is.close(is.size() - 1), 1e-9 * was.close(was.size() - 1));
        }
        assertTrue(moved > 0);
    }

    @SeededTest
    void what_a_period_begins_and_ends_with_stays_and_so_does_all_outside_of_it(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).hours(500).dataSet();
        Instant from = RandomMarkets.START.plus(Duration.ofHours(200));
        Instant to = from.plus(Duration.ofHours(100));
        MarketDataSet shuffled = new ShuffledMarket(data, new Backtest.Period(from, to)).inOrder(seed);
        int moved = 0;
        for (TradingPair pair : data.catalog().pairs()) {
            Candles was = candles(data, pair);
            Candles is = candles(shuffled, pair);
            for (int row = 0; row < was.size(); row++) {
                Instant close = Instant.ofEpochMilli(was.time(row)).plus(Duration.ofHours(1));
                boolean inside = close.isAfter(from) && close.isBefore(to);
                moved += inside && is.close(row) != was.close(row) ? 1 : 0;
                assertTrue(inside || Math.abs(is.close(row) / was.close(row) - 1) < 1e-9, pair + " at " + close);
            }
        }
        assertTrue(moved > 0);
    }

    @SeededTest
    void pairs_that_have_the_same_times_keep_moving_together(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).gaps(0).dataSet();
        MarketDataSet shuffled = new ShuffledMarket(data, EVER).inOrder(seed);
        List<TradingPair> pairs = data.catalog().pairs().stream()
                .filter(pair -> Arrays.equals(
                        candles(data, pair).times(),
                        candles(data, data.catalog().pairs().getFirst()).times()))
                .limit(2)
                .toList();
        if (pairs.size() == 2) {
            assertEquals(products(data, pairs), products(shuffled, pairs), 1e-9);
        }
    }

    /** The sum over all times of the two pairs' steps multiplied: it follows from what comes together with what. */
    private static double products(MarketDataSet data, List<TradingPair> pairs) {
        double[] one = steps(candles(data, pairs.getFirst()));
        double[] other = steps(candles(data, pairs.getLast()));
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.log(one[i]) * Math.log(other[i]))
                .sum();
    }

    @SeededTest
    void the_same_seed_gives_the_same_market(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).dataSet();
        TradingPair pair = data.catalog().pairs().getFirst();
        assertArrayEquals(
                candles(new ShuffledMarket(data, EVER).inOrder(3), pair)
                        .prices()
                        .closes(),
                candles(new ShuffledMarket(data, EVER).inOrder(3), pair)
                        .prices()
                        .closes());
    }
}
