package org.evenkeel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.market.Candle;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;

final class RandomMarketsTest {
    private static MarketHistory history(RandomMarkets markets) {
        MarketDataSet data = markets.dataSet();
        return data.history(data.catalog().selectAll().build());
    }

    private static List<Candle> known(MarketHistory history, TradingPair pair, Instant at) {
        return history.asOf(at).candles(pair, Interval.HOURLY, Integer.MAX_VALUE);
    }

    @SeededTest
    void the_same_seed_makes_the_same_market_and_another_seed_another(long seed) {
        String fingerprint = history(RandomMarkets.seeded(seed)).fingerprint();
        assertEquals(fingerprint, history(RandomMarkets.seeded(seed)).fingerprint());
        assertNotEquals(fingerprint, history(RandomMarkets.seeded(seed + 1)).fingerprint());
    }

    @SeededTest
    void another_future_begins_with_the_first_candle_that_had_not_closed(long seed) {
        RandomMarkets markets = RandomMarkets.seeded(seed).gaps(0);
        Instant at = RandomMarkets.START.plus(Duration.ofHours(100 + seed)).plusSeconds(1800);
        MarketHistory one = history(markets);
        MarketHistory other = history(markets.otherwiseAfter(at));
        MarketHistory cut = history(markets.cutAt(at));
        for (TradingPair pair : markets.pairs()) {
            List<Candle> past = known(one, pair, at);
            assertEquals(past, known(other, pair, at));
            assertEquals(past, known(cut, pair, markets.end()));
            Optional<Candle> next = one.asOf(at.plusSeconds(1800)).findCandle(pair, Interval.HOURLY);
            if (!past.isEmpty()) {
                assertNotEquals(next, other.asOf(at.plusSeconds(1800)).findCandle(pair, Interval.HOURLY));
            }
        }
    }

    @SeededTest
    void there_is_every_kind_of_pair(long seed) {
        RandomMarkets markets = RandomMarkets.seeded(seed);
        MarketHistory history = history(markets);
        Set<LiquiditySource> depths = markets.pairs().stream()
                .map(pair -> history.of(pair).candles().liquiditySource())
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(LiquiditySource.class), depths);
        assertEquals(
                EnumSet.allOf(PriceUnit.class),
                markets.pairs().stream().map(TradingPair::priceUnit).collect(Collectors.toSet()));
        assertEquals(5, history.universe().reserves().size());
        assertTrue(
                markets.pairs().stream().anyMatch(pair -> pair.quote().symbol().equals("WETH")));
    }

    @SeededTest
    void pairs_come_late_go_early_and_have_gaps_unless_told_otherwise(long seed) {
        MarketHistory history = history(RandomMarkets.seeded(seed));
        MarketHistory dense = history(RandomMarkets.seeded(seed).gaps(0));
        Duration day = Duration.ofDays(1);
        Instant end = RandomMarkets.seeded(seed).end();
        assertTrue(history.asOf(RandomMarkets.START.plus(day))
                .findAge(history.universe().pair("JOE-WAVAX"))
                .isEmpty());
        assertTrue(history.asOf(end)
                        .findPriceAge(history.universe().pair("LUNA-USDC"))
                        .orElseThrow()
                        .compareTo(day)
                > 0);
        TradingPair weth = history.universe().pair("WETH-USDC");
        assertEquals(24 * 7 * 12, dense.of(weth).candles().size());
        assertTrue(history.of(weth).candles().size() < 0.99 * 24 * 7 * 12);
    }

    @SeededTest
    void a_market_is_as_long_as_asked_for(long seed) {
        RandomMarkets markets = RandomMarkets.seeded(seed).hours(48).gaps(0);
        assertEquals(RandomMarkets.START.plus(Duration.ofHours(48)), markets.end());
        assertEquals(Optional.of(markets.end()), history(markets).lastClose());
        assertEquals(Optional.of(RandomMarkets.START), history(markets).firstOpen());
    }
}
