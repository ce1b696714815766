package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every factory of {@link Indicators} is tried: one that is added fails here until it has a naive counterpart. */
final class IndicatorsTest {
    private static final int[] LENGTHS = {2, 3, 14, 60};

    /** What each factory must compute of candles, by its name. */
    private static final Map<String, BiFunction<Candles, Integer, double[]>> NAIVE = Map.ofEntries(
            Map.entry(
                    "candleReturn",
                    (c, n) -> IndicatorsTest.rows(c, row -> (c.close(row) - c.open(row)) / c.open(row))),
            Map.entry("momentum", (c, n) -> Naive.relative(closes(c), n)),
            Map.entry("sma", (c, n) -> Naive.windows(closes(c), n, Naive::mean)),
            Map.entry("ema", (c, n) -> Naive.smoothed(closes(c), n, 2.0 / (n + 1))),
            Map.entry("standardDeviation", (c, n) -> Naive.windows(closes(c), n, Naive::standardDeviation)),
            Map.entry("zScore", (c, n) -> Naive.windows(closes(c), n, Naive::zScore)),
            Map.entry("volatility", (c, n) -> Naive.windows(Naive.relative(closes(c), 1), n, Naive::standardDeviation)),
            Map.entry("rsi", (c, n) -> Naive.relativeStrength(closes(c), n)),
            Map.entry("atr", (c, n) -> Naive.smoothed(ranges(c), n, 1.0 / n)),
            Map.entry("highest", (c, n) -> Naive.windows(c.prices().highs(), n, Naive::max)),
            Map.entry("lowest", (c, n) -> Naive.windows(c.prices().lows(), n, Naive::min)));

    static List<Method> factories() {
        return Stream.of(Indicators.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getParameterTypes()[0] == Interval.class)
                .toList();
    }

    private static Indicator make(Method factory, Interval interval, int length) {
        Object[] arguments =
                factory.getParameterCount() == 1 ? new Object[] {interval} : new Object[] {interval, length};
        try {
            return (Indicator) factory.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] rows(Candles candles, IntToDoubleFunction value) {
        double[] result = new double[candles.size()];
        Arrays.setAll(result, value);
        return result;
    }

    private static double[] closes(Candles candles) {
        return candles.prices().closes();
    }

    private static double[] ranges(Candles candles) {
        return Naive.trueRange(candles.prices().highs(), candles.prices().lows(), closes(candles));
    }

    private static MarketHistory history(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).hours(600).dataSet();
        return data.history(data.catalog().selectAll().build());
    }

    private static Candles candles(long seed) {
        MarketHistory history = history(seed);
        List<TradingPair> pairs = history.universe().pairs();
        return history.of(pairs.get((int) (seed % pairs.size()))).candles();
    }

    @Test
    void every_factory_has_a_naive_counterpart() {
        assertEquals(NAIVE.keySet(), factories().stream().map(Method::getName).collect(Collectors.toSet()));
    }

    @SeededTest
    void each_indicator_is_what_its_naive_counterpart_computes(long seed) {
        Candles candles = candles(seed);
        for (Method factory : factories()) {
            for (int length : LENGTHS) {
                Indicator indicator = make(factory, Interval.HOURLY, length);
                double[] expected = NAIVE.get(factory.getName()).apply(candles, length);
                Columns.assertSame(
                        expected, indicator.compute(candles), 1e-8 * Columns.scale(expected), indicator.toString());
            }
        }
    }

    @SeededTest
    void a_value_is_the_same_to_the_bit_when_the_candles_end_with_it(long seed) {
        Random random = new Random(seed);
        Candles candles = candles(seed);
        for (Method factory : factories()) {
            for (int length : LENGTHS) {
                Indicator indicator = make(factory, Interval.HOURLY, length);
                double[] column = indicator.compute(candles);
                int rows = random.nextInt(candles.size() + 1);
                assertArrayEquals(
                        Arrays.copyOf(column, rows), indicator.compute(candles.rows(0, rows)), indicator.toString());
            }
        }
    }

    @SeededTest
    void each_indicator_can_be_read_through_a_view_at_any_interval(long seed) {
        MarketHistory history = history(seed);
        for (Method factory : factories()) {
            Indicator indicator = make(factory, Interval.hours(4), 3);
            for (TradingPair pair : history.universe().pairs()) {
                Candles candles = history.of(pair).candles(Interval.hours(4));
                double[] column = indicator.compute(candles);
                for (int row = 0; row < candles.size(); row += 7) {
                    var value = history.asOf(candles.candle(row).closeTime()).value(indicator, pair);
                    assertEquals(column[row], value.orElse(Double.NaN), indicator.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void equal_indicators_are_equal_and_different_ones_are_not(Method factory) {
        Indicator indicator = make(factory, Interval.DAILY, 5);
        assertEquals(indicator, make(factory, Interval.DAILY, 5));
        assertEquals(indicator.hashCode(), make(factory, Interval.DAILY, 5).hashCode());
        assertNotEquals(indicator, make(factory, Interval.WEEKLY, 5));
        assertEquals(Interval.DAILY, indicator.interval());
        if (factory.getParameterCount() == 2) {
            assertNotEquals(indicator, make(factory, Interval.DAILY, 6));
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void an_indicator_prints_as_it_is_written(Method factory) {
        String arguments = factory.getParameterCount() == 1 ? "(7d)" : "(7d, 5)";
        assertEquals(
                factory.getName() + arguments, make(factory, Interval.WEEKLY, 5).toString());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_length_that_the_formula_is_not_defined_for_is_refused_at_once(Method factory) {
        if (factory.getParameterCount() == 2) {
            String message = assertThrows(IllegalArgumentException.class, () -> make(factory, Interval.DAILY, 0))
                    .getMessage();
            assertTrue(message.startsWith(factory.getName() + " over 0"), message);
            boolean spread = Set.of("standardDeviation", "zScore", "volatility").contains(factory.getName());
            if (spread) {
                assertThrows(IllegalArgumentException.class, () -> make(factory, Interval.DAILY, 1));
            } else {
                assertEquals(Interval.DAILY, make(factory, Interval.DAILY, 1).interval());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_pair_without_candles_has_an_empty_column(Method factory) {
        Candles none = candles(1).rows(0, 0);
        assertEquals(0, make(factory, Interval.HOURLY, 5).compute(none).length);
    }

    @Test
    void the_first_value_comes_with_the_candle_that_fills_the_window() {
        Candles candles = candles(2);
        Map<String, Integer> firsts = Map.ofEntries(
                Map.entry("candleReturn", 0),
                Map.entry("momentum", 5),
                Map.entry("sma", 4),
                Map.entry("ema", 4),
                Map.entry("standardDeviation", 4),
                Map.entry("zScore", 4),
                Map.entry("volatility", 5),
                Map.entry("rsi", 5),
                Map.entry("atr", 5),
                Map.entry("highest", 4),
                Map.entry("lowest", 4));
        for (Method factory : factories()) {
            double[] column = make(factory, Interval.HOURLY, 5).compute(candles);
            int first = 0;
            while (Double.isNaN(column[first])) {
                first++;
            }
            assertEquals(firsts.get(factory.getName()), first, factory.getName());
        }
    }
}
