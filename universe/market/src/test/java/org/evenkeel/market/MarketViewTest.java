package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MarketViewTest {
    private static final TradingPair PAIR = Pairs.usd(1, "WETH", "USDC");

    /** Candles that open at hours 0, 1, 4 and 30, with closes 100, 101, 104 and 130. */
    private final MarketHistory gappy = Markets.history(PAIR, Markets.hourly(0, 1, 4, 30));

    private MarketView at(long hour) {
        return gappy.asOf(Markets.hour(hour));
    }

    @SeededTest
    void every_read_is_that_of_the_candles_closed_by_then(long seed) {
        Random random = new Random(seed);
        Candles candles = new RandomCandles(random, Interval.HOURLY, 300).make();
        MarketHistory history = Markets.history(PAIR, candles);
        for (int i = 0; i < 200; i++) {
            Instant now = Instant.ofEpochMilli(RandomCandles.START + random.nextLong(-2, 310) * 3_600_000L)
                    .plusSeconds(random.nextInt(3) * 600L);
            List<Candle> closed = Markets.all(candles).stream()
                    .filter(candle -> !candle.closeTime().isAfter(now))
                    .toList();
            assertReads(history.asOf(now), closed);
        }
    }

    private static void assertReads(MarketView view, List<Candle> closed) {
        int count = Math.min(7, closed.size());
        assertEquals(closed.subList(closed.size() - count, closed.size()), view.candles(PAIR, Interval.HOURLY, 7));
        if (closed.isEmpty()) {
            assertEquals(OptionalDouble.empty(), view.findClose(PAIR));
            assertEquals(Optional.empty(), view.findPriceAge(PAIR));
            assertEquals(Optional.empty(), view.findAge(PAIR));
            assertEquals(List.of(), view.pairs());
            return;
        }
        Candle last = closed.getLast();
        assertEquals(last.close(), view.close(PAIR));
        assertEquals(Optional.of(last), view.findCandle(PAIR, Interval.HOURLY));
        assertEquals(Optional.of(Duration.between(last.closeTime(), view.asOf())), view.findPriceAge(PAIR));
        assertEquals(Optional.of(Duration.between(closed.getFirst().openTime(), view.asOf())), view.findAge(PAIR));
        double volume = closed.stream()
                .filter(candle -> !candle.openTime().isBefore(view.asOf().minus(Duration.ofHours(24))))
                .mapToDouble(Candle::volume)
                .filter(Double::isFinite)
                .sum();
        assertEquals(volume, view.volumeUsd(PAIR, Duration.ofHours(24)));
    }

    @Test
    void a_candle_is_seen_from_its_close_on_and_not_a_moment_earlier() {
        assertEquals(
                OptionalDouble.empty(),
                gappy.asOf(Markets.hour(1).minusNanos(1)).findClose(PAIR));
        assertEquals(OptionalDouble.of(100), at(1).findClose(PAIR));
        assertEquals(100, at(1).close(PAIR));
        assertEquals(Optional.of(Duration.ofHours(1)), at(1).findAge(PAIR));
    }

    @Test
    void before_the_first_candle_there_is_no_price_and_asking_for_it_says_so() {
        DataException none = assertThrows(DataException.class, () -> at(0).close(PAIR));
        assertTrue(none.getMessage().contains("WETH-USDC") && none.getMessage().contains("no price as of"));
        assertFalse(at(0).isFresh(PAIR, Duration.ofDays(1)));
        assertEquals(Optional.empty(), at(0).findCandleAge(PAIR, Interval.DAILY));
    }

    @Test
    void a_price_is_as_old_as_its_close_and_stale_beyond_the_tolerance() {
        Duration twoIntervals = Duration.ofHours(2);
        assertEquals(Optional.of(Duration.ZERO), at(2).findPriceAge(PAIR));
        assertEquals(Optional.of(Duration.ofHours(2)), at(4).findPriceAge(PAIR));
        assertTrue(at(4).isFresh(PAIR, twoIntervals));
        assertFalse(gappy.asOf(Markets.hour(4).plusMillis(1)).isFresh(PAIR, twoIntervals));
        assertTrue(at(5).isFresh(PAIR, Duration.ZERO));
        assertTrue(at(1_000_000).isFresh(PAIR, ChronoUnit.FOREVER.getDuration()));
    }

    @Test
    void a_coarser_candle_is_seen_when_its_cell_is_over_and_ages_from_there() {
        assertEquals(Optional.empty(), at(23).findCandle(PAIR, Interval.DAILY));
        Candle day = at(24).findCandle(PAIR, Interval.DAILY).orElseThrow();
        assertEquals(104, day.close());
        assertEquals(Optional.of(Duration.ZERO), at(24).findCandleAge(PAIR, Interval.DAILY));
        assertEquals(Optional.of(Duration.ofHours(23)), at(47).findCandleAge(PAIR, Interval.DAILY));
        assertEquals(Optional.of(Duration.ofHours(24)), at(72).findCandleAge(PAIR, Interval.DAILY));
    }

    @Test
    void an_indicator_is_read_at_the_last_closed_candle_and_nowhere_it_has_no_value() {
        record ButOne(Interval interval) implements Indicator {
            @Override
            public double[] compute(Candles candles) {
                return Arrays.stream(candles.prices().closes())
                        .map(close -> close == 101 ? Double.NaN : close)
                        .toArray();
            }
        }
        Indicator indicator = new ButOne(Interval.HOURLY);
        assertEquals(OptionalDouble.empty(), at(0).value(indicator, PAIR));
        assertEquals(OptionalDouble.of(100), at(1).value(indicator, PAIR));
        assertEquals(OptionalDouble.empty(), at(2).value(indicator, PAIR));
        assertEquals(OptionalDouble.of(104), at(30).value(indicator, PAIR));
    }

    @Test
    void depth_is_one_side_of_the_pool_and_value_locked_both() {
        Candles.Prices price = Candles.Prices.ofCloses(new double[] {1, 2});
        long[] times = {Markets.hour(0).toEpochMilli(), Markets.hour(1).toEpochMilli()};
        Candles.Depth depth = new Candles.Depth(LiquiditySource.TVL, new double[] {500, Double.NaN});
        MarketHistory history = Markets.history(PAIR, new Candles(Interval.HOURLY, times, price, depth));
        assertEquals(OptionalDouble.of(500), history.asOf(Markets.hour(1)).findDepthUsd(PAIR));
        assertEquals(OptionalDouble.of(1000), history.asOf(Markets.hour(1)).findTvlUsd(PAIR));
        assertEquals(OptionalDouble.empty(), history.asOf(Markets.hour(2)).findTvlUsd(PAIR));
        assertEquals(OptionalDouble.empty(), at(5).findDepthUsd(PAIR));
    }

    @Test
    void a_number_of_candles_below_zero_is_refused_and_any_other_gives_what_there_is() {
        assertThrows(IllegalArgumentException.class, () -> at(5).candles(PAIR, Interval.HOURLY, -1));
        assertEquals(List.of(), at(5).candles(PAIR, Interval.HOURLY, 0));
        assertEquals(3, at(5).candles(PAIR, Interval.HOURLY, Integer.MAX_VALUE).size());
    }

    @Test
    void a_pair_outside_the_universe_is_refused() {
        TradingPair other = Pairs.usd(2, "UNI", "USDC");
        DataException refused = assertThrows(DataException.class, () -> at(5).findClose(other));
        assertTrue(refused.getMessage().contains("UNI-USDC"), refused.getMessage());
    }

    @Test
    void a_history_needs_candles_of_each_pair_of_its_universe() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new MarketHistory(gappy.universe(), Map.of()));
        assertTrue(refused.getMessage().contains("WETH-USDC"), refused.getMessage());
    }

    @Test
    void a_history_knows_when_it_begins_and_ends_over_all_pairs() {
        TradingPair other = Pairs.usd(2, "UNI", "USDC");
        MarketHistory two = Markets.history(Markets.of(PAIR, Markets.hourly(5, 9), other, Markets.hourly(3, 4)));
        assertEquals(Optional.of(Markets.hour(3)), two.firstOpen());
        assertEquals(Optional.of(Markets.hour(10)), two.lastClose());
        MarketHistory none = Markets.history(PAIR, Markets.hourly());
        assertEquals(Optional.empty(), none.firstOpen());
        assertEquals(Optional.empty(), none.lastClose());
    }
}
