package org.evenkeel.sweep.subject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PairHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;

class ShuffledMarketTest {
    private static final Backtest.Period EVER = new Backtest.Period(Instant.EPOCH, Instant.EPOCH.plusMillis(1L << 50));

    private static MarketHistory recorded(RandomMarkets market) {
        MarketDataSet data = market.dataSet();
        return data.history(data.catalog().selectAll().build());
    }

    private static MarketHistory shuffled(MarketHistory recorded, Backtest.Period period, long seed) {
        return new ShuffledMarket(recorded, period).inOrder(seed);
    }

    private static List<TradingPair> pairs(MarketHistory market) {
        return market.universe().pairs();
    }

    private static double[] steps(Candles candles) {
        return IntStream.range(1, candles.size())
                .mapToDouble(row -> candles.close(row) / candles.close(row - 1))
                .toArray();
    }

    /** What every pair did at a time, by the time: its step from the candle before; nothing where it has no candle. */
    private static Map<Long, Map<TradingPair, Double>> sections(MarketHistory market) {
        Map<Long, Map<TradingPair, Double>> sections = new TreeMap<>();
        for (TradingPair pair : pairs(market)) {
            Candles candles = market.of(pair).candles();
            for (int row = 0; row < candles.size(); row++) {
                double step = row == 0 ? 1 : candles.close(row) / candles.close(row - 1);
                sections.computeIfAbsent(candles.time(row), time -> new HashMap<>())
                        .put(pair, Math.log(step));
            }
        }
        return sections;
    }

    /** Of equal sections the text is equal: rounding is far below what is written. */
    private static List<String> inSomeOrder(MarketHistory market) {
        List<String> texts = new ArrayList<>();
        for (Map<TradingPair, Double> section : sections(market).values()) {
            StringBuilder text = new StringBuilder();
            for (TradingPair pair : pairs(market)) {
                Double step = section.get(pair);
                text.append(step == null ? "gap" : Long.toString(Math.round(step * 1e9)))
                        .append(' ');
            }
            texts.add(text.toString());
        }
        texts.sort(null);
        return texts;
    }

    @SeededTest
    void what_all_pairs_did_at_once_stays_together_gaps_and_late_starts_included(long seed) {
        MarketHistory recorded = recorded(RandomMarkets.seeded(seed).hours(1_000));
        MarketHistory shuffled = shuffled(recorded, EVER, seed);
        List<String> before = inSomeOrder(recorded);
        List<String> after = inSomeOrder(shuffled);
        assertEquals(before.size(), after.size(), "rows");
        for (int row = 0; row < before.size(); row++) {
            assertEquals(before.get(row), after.get(row));
        }
        assertEquals(sections(recorded).keySet(), sections(shuffled).keySet(), "the rows themselves");
        assertFalse(sections(recorded).equals(sections(shuffled)));
    }

    @SeededTest
    void a_pair_starts_where_it_did_makes_the_same_steps_and_ends_with_the_same_price(long seed) {
        MarketHistory recorded = recorded(RandomMarkets.seeded(seed));
        MarketHistory shuffled = shuffled(recorded, EVER, seed);
        for (TradingPair pair : pairs(recorded)) {
            Candles was = recorded.of(pair).candles();
            Candles is = shuffled.of(pair).candles();
            assertEquals(was.size(), is.size());
            assertEquals(was.time(0), is.time(0));
            assertEquals(was.close(0), is.close(0));
            double[] before = steps(was);
            double[] after = steps(is);
            assertFalse(Arrays.equals(before, after), pair + " was not shuffled");
            Arrays.sort(before);
            Arrays.sort(after);
            assertArrayEquals(before, after, 1e-9);
            assertEquals(was.close(was.size() - 1), is.close(is.size() - 1), 1e-9 * was.close(was.size() - 1));
            assertTrue(is.time(is.size() - 1) <= was.time(was.size() - 1), pair + " trades after its end");
        }
    }

    @SeededTest
    void pairs_whose_candles_begin_at_other_minutes_are_shuffled_with_those_of_the_same_hour(long seed) {
        MarketHistory recorded = recorded(RandomMarkets.seeded(seed).hours(500));
        Map<TradingPair, PairHistory> histories = new HashMap<>();
        for (TradingPair pair : pairs(recorded)) {
            Candles candles = recorded.of(pair).candles();
            long minutes = pair.id() % 3 * 20;
            long[] times = Arrays.stream(candles.times())
                    .map(time -> time + minutes * 60_000)
                    .toArray();
            histories.put(
                    pair,
                    new PairHistory(pair, new Candles(candles.interval(), times, candles.prices(), candles.depth())));
        }
        MarketHistory apart = new MarketHistory(recorded.universe(), histories);
        assertEquals(inSomeOrder(recorded), inSomeOrder(shuffled(apart, EVER, seed)));
    }

    @SeededTest
    void what_a_period_begins_and_ends_with_stays_and_so_does_all_outside_of_it(long seed) {
        MarketHistory recorded = recorded(RandomMarkets.seeded(seed).hours(500));
        Instant from = RandomMarkets.START.plus(Duration.ofHours(200));
        Instant to = from.plus(Duration.ofHours(100));
        MarketHistory shuffled = shuffled(recorded, new Backtest.Period(from, to), seed);
        for (TradingPair pair : pairs(recorded)) {
            Candles was = recorded.of(pair).candles();
            Candles is = shuffled.of(pair).candles();
            int begins = was.firstAtOrAfter(from.toEpochMilli());
            int ends = was.lastClosedAt(to.toEpochMilli());
            assertEquals(begins, is.firstAtOrAfter(from.toEpochMilli()), "candles before it");
            assertEquals(ends, is.lastClosedAt(to.toEpochMilli()), "candles up to its end");
            for (int row = 0; row < was.size(); row++) {
                boolean outside = row < begins || row > ends;
                assertTrue(!outside
                        || is.time(row) == was.time(row) && is.candle(row).equals(was.candle(row)));
            }
            if (ends >= 0) {
                assertEquals(was.close(ends), is.close(ends), 1e-9 * was.close(ends));
            }
        }
        assertFalse(sections(recorded).equals(sections(shuffled)));
    }

    @SeededTest
    void the_same_seed_gives_the_same_market_and_another_one_another(long seed) {
        MarketHistory recorded = recorded(RandomMarkets.seeded(seed));
        assertEquals(sections(shuffled(recorded, EVER, 3)), sections(shuffled(recorded, EVER, 3)));
        assertFalse(sections(shuffled(recorded, EVER, 3)).equals(sections(shuffled(recorded, EVER, 4))));
    }
}
