package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UsdConversionTest {
    private static final TradingPair WETH_USDC = Pairs.quoted(1, "WETH", "USDC");
    private static final TradingPair UNI_WETH = Pairs.quoted(2, "UNI", "WETH");
    private static final double RELATIVE = 1e-12;

    private static Candles inUsd(Candles own, Candles quote) {
        return Markets.history(Markets.of(UNI_WETH, own, WETH_USDC, quote))
                .of(UNI_WETH)
                .candles();
    }

    /**
     * The quote token's price at a candle's open and close: its own candle of that hour, else its last close before.
     */
    private static Optional<double[]> naiveRates(Candle own, List<Candle> quotes) {
        for (Candle quote : quotes) {
            if (quote.openTime().equals(own.openTime())) {
                return Optional.of(new double[] {quote.open(), quote.close()});
            }
        }
        return quotes.stream()
                .filter(quote -> !quote.closeTime().isAfter(own.openTime()))
                .max(Comparator.comparing(Candle::closeTime))
                .filter(quote ->
                        Duration.between(quote.closeTime(), own.openTime()).toHours() <= 24)
                .map(quote -> new double[] {quote.close(), quote.close()});
    }

    private static void assertConverted(Candles own, Candles quote) {
        Candles usd = inUsd(own, quote);
        List<Candle> quotes = Markets.all(quote);
        List<Candle> expected = new ArrayList<>();
        for (Candle candle : Markets.all(own)) {
            naiveRates(candle, quotes).ifPresent(rates -> expected.add(times(candle, rates[0], rates[1])));
        }
        assertEquals(expected.size(), usd.size());
        for (int row = 0; row < usd.size(); row++) {
            Candle wanted = expected.get(row);
            Candle got = usd.candle(row);
            assertEquals(wanted.openTime(), got.openTime());
            assertEquals(wanted.open(), got.open(), RELATIVE * wanted.open());
            assertEquals(wanted.high(), got.high(), RELATIVE * wanted.high());
            assertEquals(wanted.low(), got.low(), RELATIVE * wanted.low());
            assertEquals(wanted.close(), got.close(), RELATIVE * wanted.close());
            assertEquals(wanted.volume(), got.volume());
        }
    }

    private static Candle times(Candle own, double atOpen, double atClose) {
        List<Double> possible = List.of(
                own.open() * atOpen,
                own.close() * atClose,
                own.high() * atOpen,
                own.high() * atClose,
                own.low() * atOpen,
                own.low() * atClose);
        return new Candle(
                own.openTime(),
                own.closeTime(),
                own.open() * atOpen,
                possible.stream().max(Double::compare).orElseThrow(),
                possible.stream().min(Double::compare).orElseThrow(),
                own.close() * atClose,
                own.volume());
    }

    @SeededTest
    void candles_in_a_quote_token_become_those_of_a_naive_calculation_with_gaps_in_either(long seed) {
        Random random = new Random(seed);
        Candles own = new RandomCandles(random, Interval.HOURLY, 800)
                .gaps(random.nextDouble())
                .make();
        Candles quote = new RandomCandles(random, Interval.HOURLY, 900)
                .gaps(1 - Math.pow(0.1, 3 * random.nextDouble()))
                .make();
        assertConverted(own, quote);
    }

    @SeededTest
    void candles_off_the_grid_are_never_converted_at_a_price_from_after_their_open(long seed) {
        Random random = new Random(seed);
        assertConverted(offGrid(random), offGrid(random));
    }

    private static Candles offGrid(Random random) {
        long[] times = new long[300];
        long time = RandomCandles.START;
        for (int row = 0; row < times.length; row++) {
            time += Interval.HOURLY.millis() + random.nextInt(4) * 1_200_000L;
            times[row] = time;
        }
        return new RandomCandles(random, Interval.HOURLY, 0).at(times);
    }

    @Test
    void a_row_is_left_out_where_the_quote_token_has_had_no_price_for_more_than_a_day() {
        Candles quote = Markets.hourly(0);
        Candles usd = inUsd(Markets.hourly(0, 1, 25, 26, 100), quote);
        assertEquals(List.of(Markets.hour(0), Markets.hour(1), Markets.hour(25)), opens(usd));
    }

    @Test
    void for_candles_of_a_day_the_quote_tokens_price_may_be_two_days_old() {
        long day = Interval.DAILY.millis();
        Candles quote = new Candles(Interval.DAILY, new long[] {0}, Candles.Prices.ofCloses(new double[] {2}));
        long[] days = {0, day, 2 * day, 3 * day, 4 * day};
        Candles own = new Candles(Interval.DAILY, days, Candles.Prices.ofCloses(new double[] {1, 1, 1, 1, 1}));
        assertEquals(4, inUsd(own, quote).size());
    }

    @Test
    void a_row_before_the_quote_tokens_first_price_is_left_out() {
        Candles usd = inUsd(Markets.hourly(0, 1, 2, 3), Markets.hourly(2, 3));
        assertEquals(List.of(Markets.hour(2), Markets.hour(3)), opens(usd));
        assertEquals(0, inUsd(Markets.hourly(0, 1), Markets.hourly()).size());
    }

    private static List<Instant> opens(Candles candles) {
        return Markets.all(candles).stream().map(Candle::openTime).toList();
    }

    @SeededTest
    void depth_and_volume_are_in_dollars_already_and_stay_with_their_rows(long seed) {
        Random random = new Random(seed);
        Candles own = new RandomCandles(random, Interval.HOURLY, 200).make();
        Candles usd = inUsd(
                own, new RandomCandles(random, Interval.HOURLY, 200).gaps(0.9).make());
        for (int row = 0; row < usd.size(); row++) {
            int from = own.firstAtOrAfter(usd.time(row));
            assertEquals(own.volume(from), usd.volume(row));
            assertEquals(own.depthUsd(from), usd.depthUsd(row));
        }
        assertEquals(own.liquiditySource(), usd.liquiditySource());
    }

    @Test
    void a_pair_quoted_in_a_dollar_or_priced_in_dollars_stays_as_it_is() {
        Candles candles = Markets.hourly(0, 1, 2);
        TradingPair inDollars = Pairs.usd(3, "AAVE", "WETH");
        assertEquals(
                Markets.all(candles),
                Markets.all(Markets.history(WETH_USDC, candles).of(WETH_USDC).candles()));
        assertEquals(
                Markets.all(candles),
                Markets.all(Markets.history(inDollars, candles).of(inDollars).candles()));
    }

    @Test
    void a_pair_priced_in_dollars_converts_whatever_its_own_quote_is() {
        TradingPair wethBtc = Pairs.usd(4, "WETH", "WBTC");
        Candles usd = Markets.history(Markets.of(
                        UNI_WETH,
                        Markets.hourly(new long[] {0}, new double[] {0.5}),
                        wethBtc,
                        Markets.hourly(new long[] {0}, new double[] {2000})))
                .of(UNI_WETH)
                .candles();
        assertEquals(1000, usd.close(0));
    }

    @Test
    void a_quote_token_that_nothing_values_is_an_error_and_never_taken_for_dollars() {
        TradingPair joeWavax = Pairs.quoted(5, "JOE", "WAVAX");
        String message = assertThrows(DataException.class, () -> Markets.history(Map.of(joeWavax, Markets.hourly(0))))
                .getMessage();
        assertTrue(message.contains("JOE-WAVAX") && message.contains("measured in WAVAX"), message);
        assertTrue(message.contains("add a pair of WAVAX against a dollar on ethereum"), message);
    }

    @Test
    void a_token_of_the_same_symbol_on_another_chain_values_nothing() {
        TradingPair elsewhere = Pairs.on(Pairs.BSC, Pairs.SUSHI, 6, "WETH-USDC");
        assertThrows(
                DataException.class,
                () -> Markets.history(Markets.of(UNI_WETH, Markets.hourly(0), elsewhere, Markets.hourly(0))));
    }

    @Test
    void a_quote_of_finer_candles_is_resampled_and_one_of_coarser_candles_is_refused() {
        Candles day = new Candles(
                Interval.DAILY, new long[] {RandomCandles.START}, Candles.Prices.ofCloses(new double[] {2}));
        Candles hours = Markets.hourly(new long[] {0, 5, 23}, new double[] {10, 20, 30});
        Candles usd = inUsd(day, hours);
        assertEquals(2 * 10, usd.open(0));
        assertEquals(2 * 30, usd.close(0));
        String message =
                assertThrows(DataException.class, () -> inUsd(hours, day)).getMessage();
        assertTrue(message.contains("UNI-WETH") && message.contains("WETH-USDC") && message.contains("1d"), message);
    }

    @Test
    void a_dollar_that_lost_its_peg_is_priced_by_its_own_pair() {
        TradingPair ust = Pairs.quoted(7, "UST", "USDC");
        TradingPair luna = Pairs.quoted(8, "LUNA", "UST");
        Candles half = Markets.hourly(new long[] {0}, new double[] {0.5});
        assertEquals(
                0.25,
                Markets.history(Markets.of(luna, half, ust, half))
                        .of(luna)
                        .candles()
                        .close(0));
    }
}
