package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    private static final TradingPair PAIR = Pairs.usd(1, "WETH", "USDC");

    private static String of(TradingPair pair, Candles candles) {
        TradingUniverse universe = new MarketCatalog("any", true, candles.interval(), List.of(pair))
                .selectAll()
                .build();
        return new MarketHistory(universe, Map.of(pair, new PairHistory(pair, candles))).fingerprint();
    }

    private static Candles random(long seed) {
        return new RandomCandles(new Random(seed), Interval.HOURLY, 40).make();
    }

    @SeededTest
    void equal_data_has_an_equal_fingerprint(long seed) {
        assertEquals(of(PAIR, random(seed)), of(PAIR, random(seed)));
        assertTrue(of(PAIR, random(seed)).matches("sha256:[0-9a-f]{64}"));
    }

    @SeededTest
    void any_changed_cell_of_any_column_changes_the_fingerprint(long seed) {
        Candles candles = random(seed);
        Set<String> seen = new HashSet<>(Set.of(of(PAIR, candles)));
        Candles.Prices prices = candles.prices();
        double[] depths = candles.depth().usd();
        for (double[] column :
                List.of(prices.opens(), prices.highs(), prices.lows(), prices.closes(), prices.volumes(), depths)) {
            for (int row = 0; row < candles.size(); row++) {
                double before = column[row];
                column[row] = Double.isNaN(before) ? 1 : Math.nextUp(before);
                assertTrue(seen.add(of(PAIR, candles)), "row " + row);
                column[row] = before;
            }
        }
        for (int row = 0; row < candles.size(); row++) {
            candles.times()[row]++;
            assertTrue(seen.add(of(PAIR, candles)), "time of row " + row);
            candles.times()[row]--;
        }
    }

    @SeededTest
    void cells_far_down_a_long_column_count_too(long seed) {
        Random random = new Random(seed);
        Candles candles = new RandomCandles(random, Interval.HOURLY, 6000).make();
        Set<String> seen = new HashSet<>(Set.of(of(PAIR, candles)));
        for (int i = 0; i < 50; i++) {
            int row = random.nextInt(candles.size());
            candles.prices().closes()[row] *= 1.01;
            candles.times()[random.nextInt(candles.size())]++;
            assertTrue(seen.add(of(PAIR, candles)), "row " + row);
        }
    }

    @SeededTest
    void a_missing_row_changes_the_fingerprint(long seed) {
        Candles candles = random(seed);
        assertNotEquals(of(PAIR, candles), of(PAIR, candles.rows(0, candles.size() - 1)));
        assertNotEquals(of(PAIR, candles), of(PAIR, candles.rows(1, candles.size())));
    }

    @Test
    void anything_that_the_pair_is_changes_the_fingerprint() {
        Chain chain = Pairs.ETHEREUM;
        Exchange exchange = Pairs.UNISWAP;
        Token base = new Token(chain, "0xa", "A", 18);
        Token quote = new Token(chain, "0xb", "B", 6);
        PriceUnit usd = PriceUnit.USD;
        Chain fork = new Chain("fork", 1);
        Chain renumbered = new Chain("ethereum", 2);
        List<TradingPair> pairs = List.of(
                new TradingPair(1, exchange, base, quote, 30, usd),
                new TradingPair(2, exchange, base, quote, 30, usd),
                new TradingPair(1, Pairs.SUSHI, base, quote, 30, usd),
                new TradingPair(1, new Exchange(exchange.name(), FeeMode.ON_TOP), base, quote, 30, usd),
                new TradingPair(1, exchange, base, quote, 30.5, usd),
                new TradingPair(1, exchange, base, quote, 30, PriceUnit.QUOTE),
                new TradingPair(1, exchange, new Token(chain, "0xc", "A", 18), quote, 30, usd),
                new TradingPair(1, exchange, new Token(chain, "0xa", "C", 18), quote, 30, usd),
                new TradingPair(1, exchange, new Token(chain, "0xa", "A", 8), quote, 30, usd),
                new TradingPair(1, exchange, base, new Token(chain, "0xc", "B", 6), 30, usd),
                new TradingPair(1, exchange, base, new Token(chain, "0xb", "C", 6), 30, usd),
                new TradingPair(1, exchange, base, new Token(chain, "0xb", "B", 18), 30, usd),
                new TradingPair(1, exchange, new Token(fork, "0xa", "A", 18), new Token(fork, "0xb", "B", 6), 30, usd),
                new TradingPair(
                        1,
                        exchange,
                        new Token(renumbered, "0xa", "A", 18),
                        new Token(renumbered, "0xb", "B", 6),
                        30,
                        usd));
        Set<String> seen = new HashSet<>();
        for (TradingPair pair : pairs) {
            assertTrue(seen.add(of(pair, random(1))), pair.toString());
        }
    }

    @Test
    void interval_and_kind_of_depth_change_the_fingerprint() {
        long[] times = {0};
        Candles.Prices prices = Candles.Prices.ofCloses(new double[] {1});
        double[] depth = {5};
        Set<String> seen = new HashSet<>();
        assertTrue(seen.add(of(PAIR, new Candles(Interval.HOURLY, times, prices))));
        assertTrue(seen.add(of(PAIR, new Candles(Interval.DAILY, times, prices))));
        for (LiquiditySource source : List.of(LiquiditySource.RESERVES, LiquiditySource.TVL)) {
            assertTrue(
                    seen.add(of(PAIR, new Candles(Interval.HOURLY, times, prices, new Candles.Depth(source, depth)))));
        }
    }

    @Test
    void numbers_that_are_equal_are_equal_however_they_were_computed() {
        double[] ones = {1, 1};
        long[] times = {0, Interval.HOURLY.millis()};
        double negativeNaN = Double.longBitsToDouble(0xfff8000000000001L);
        Candles one = new Candles(
                Interval.HOURLY, times, new Candles.Prices(ones, ones, ones, ones, new double[] {Double.NaN, 0.0}));
        Candles other = new Candles(
                Interval.HOURLY, times, new Candles.Prices(ones, ones, ones, ones, new double[] {negativeNaN, -0.0}));
        assertEquals(of(PAIR, one), of(PAIR, other));
    }

    @SeededTest
    void the_order_of_the_pairs_is_part_of_the_fingerprint(long seed) {
        TradingPair second = Pairs.usd(2, "AAVE", "USDC");
        Candles candles = random(seed);
        assertNotEquals(
                Markets.history(Markets.of(PAIR, candles, second, candles)).fingerprint(),
                Markets.history(Markets.of(second, candles, PAIR, candles)).fingerprint());
    }
}
