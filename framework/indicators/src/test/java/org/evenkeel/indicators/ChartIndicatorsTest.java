package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

/** What a strategy asks for is what the functions on columns give. */
final class ChartIndicatorsTest {
    private static final Interval HOUR = Interval.HOURLY;

    private static Map<Indicator, double[]> expected(LibraryCandles made, int n) {
        double[] closes = made.closes();
        Prices prices = made.prices();
        Macd.Lines lines = new Macd.Lines(n, n + 5, 4);
        Macd macd = Macd.of(closes, lines);
        Directional direction = Directional.of(prices, n);
        Bands bollinger = Bands.bollinger(closes, n, 2.5);
        Map<Indicator, double[]> expected = new LinkedHashMap<>();
        expected.put(ChartIndicators.wma(HOUR, n), Averages.weighted(closes, n));
        expected.put(ChartIndicators.hma(HOUR, n), Averages.hull(closes, n));
        expected.put(ChartIndicators.dema(HOUR, n), Averages.doubleExponential(closes, n));
        expected.put(ChartIndicators.tema(HOUR, n), Averages.tripleExponential(closes, n));
        expected.put(ChartIndicators.median(HOUR, n), Ranks.median(closes, n));
        expected.put(ChartIndicators.percentRank(HOUR, n), Ranks.percentRank(closes, n));
        expected.put(ChartIndicators.stochastic(HOUR, n), Oscillators.stochastic(prices, n));
        expected.put(ChartIndicators.williams(HOUR, n), Oscillators.williams(prices, n));
        expected.put(ChartIndicators.cci(HOUR, n), Oscillators.commodityChannel(prices, n));
        expected.put(ChartIndicators.plusDirection(HOUR, n), direction.plus());
        expected.put(ChartIndicators.minusDirection(HOUR, n), direction.minus());
        expected.put(ChartIndicators.adx(HOUR, n), direction.adx());
        expected.put(ChartIndicators.moneyFlow(HOUR, n), Volumes.moneyFlow(prices, made.volumes(), n));
        expected.put(ChartIndicators.vwap(HOUR, n), Volumes.weightedPrice(prices, made.volumes(), n));
        expected.put(ChartIndicators.onBalanceVolume(HOUR), Volumes.onBalance(closes, made.volumes()));
        expected.put(ChartIndicators.macd(HOUR, lines), macd.line());
        expected.put(ChartIndicators.macdSignal(HOUR, lines), macd.signal());
        expected.put(ChartIndicators.macdHistogram(HOUR, lines), macd.histogram());
        expected.put(ChartIndicators.bollingerPercent(HOUR, n, 2.5), bollinger.percentB(closes));
        expected.put(ChartIndicators.bollingerWidth(HOUR, n, 2.5), bollinger.bandwidth());
        expected.put(
                ChartIndicators.keltnerPercent(HOUR, n, 3, 2),
                Bands.keltner(prices, n, 3, 2).percentB(closes));
        return expected;
    }

    @SeededTest
    void each_is_its_function_of_the_candles_and_does_not_look_ahead(long seed) {
        Random random = new Random(seed);
        LibraryCandles made = LibraryCandles.random(random, 300);
        Candles candles = made.candles();
        Map<Indicator, double[]> all = expected(made, random.nextInt(2, 30));
        assertEquals(
                all.size(),
                Arrays.stream(ChartIndicators.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .count(),
                "every one is tried");
        all.forEach((indicator, column) -> {
            assertArrayEquals(column, indicator.compute(candles), indicator.toString());
            assertFalse(Double.isNaN(column[299]), indicator.toString());
            int rows = random.nextInt(300);
            assertArrayEquals(
                    Arrays.copyOf(column, rows), indicator.compute(candles.rows(0, rows)), indicator.toString());
        });
    }

    @Test
    void equal_indicators_share_a_column_and_read_as_they_are_written() {
        assertEquals(ChartIndicators.adx(HOUR, 14), ChartIndicators.adx(HOUR, 14));
        assertEquals(
                "bollingerWidth(1h, 20.0, 2.0)",
                ChartIndicators.bollingerWidth(HOUR, 20, 2).toString());
        assertEquals(
                ChartIndicators.macd(HOUR, Macd.Lines.USUAL), ChartIndicators.macd(HOUR, new Macd.Lines(12, 26, 9)));
    }

    @Test
    void a_length_that_is_not_defined_is_refused_at_once() {
        for (Runnable wrong : List.<Runnable>of(
                () -> ChartIndicators.wma(HOUR, 0),
                () -> ChartIndicators.hma(HOUR, 1),
                () -> ChartIndicators.cci(HOUR, 1),
                () -> ChartIndicators.bollingerWidth(HOUR, 1, 2),
                () -> ChartIndicators.keltnerPercent(HOUR, 5, 0, 2))) {
            assertThrows(IllegalArgumentException.class, wrong::run);
        }
    }

    @Test
    void rows_of_unknown_volume_have_no_figure_and_add_nothing() {
        double[] closes = {1, 2, 3, 2};
        double[] volumes = {5, Double.NaN, 7, 1};
        double[] balance = Volumes.onBalance(closes, volumes);
        assertEquals(0, balance[0]);
        assertTrue(Double.isNaN(balance[1]));
        assertEquals(7, balance[2]);
        assertEquals(6, balance[3]);
    }
}
