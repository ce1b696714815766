package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A view tells the same whatever happens after its instant: the future is cut off, or replaced by another one. Every
 * public method of the view is called with every combination of the arguments below; a method with a parameter of a
 * type that is not among them fails the test until that type is added.
 */
final class NoLookAheadTest {
    private static final TradingPair WETH = Pairs.quoted(1, "WETH", "USDC");
    private static final TradingPair UNI = Pairs.quoted(2, "UNI", "WETH");
    private static final TradingPair CAKE = Pairs.on(Pairs.BSC, Pairs.SUSHI, 3, "Cake-BUSD");
    private static final List<TradingPair> PAIRS = List.of(WETH, UNI, CAKE);

    /** Close over the close three candles earlier. */
    private record Momentum(Interval interval) implements Indicator {
        @Override
        public double[] compute(Candles candles) {
            double[] column = new double[candles.size()];
            Arrays.setAll(column, row -> row < 3 ? Double.NaN : candles.close(row) / candles.close(row - 3) - 1);
            return column;
        }
    }

    private static final Map<Class<?>, List<?>> ARGUMENTS = Map.of(
            TradingPair.class, PAIRS,
            Interval.class, List.of(Interval.HOURLY, Interval.hours(5), Interval.DAILY, Interval.WEEKLY),
            Duration.class, List.of(Duration.ZERO, Duration.ofHours(7), Duration.ofDays(9)),
            Indicator.class, List.of(new Momentum(Interval.HOURLY), new Momentum(Interval.DAILY)),
            int.class, List.of(0, 1, 50));

    private static TradingUniverse universe() {
        return new MarketCatalog("test", true, Interval.HOURLY, PAIRS)
                .selectAll()
                .where(PairFilter.minAge(Duration.ofHours(30)))
                .where(PairFilter.minVolume(20_000, Duration.ofHours(12)))
                .where(PairFilter.minTvl(10_000).and(PairFilter.tradedWithin(Duration.ofHours(4))))
                .build();
    }

    private static Map<TradingPair, Candles> market(Random random) {
        Map<TradingPair, Candles> candles = new LinkedHashMap<>();
        for (TradingPair pair : PAIRS) {
            candles.put(
                    pair,
                    new RandomCandles(random, Interval.HOURLY, 400)
                            .gaps(random.nextDouble() * 0.6)
                            .make());
        }
        return candles;
    }

    /** The rows that had closed by then. */
    private static Map<TradingPair, Candles> cut(Map<TradingPair, Candles> market, Instant at) {
        Map<TradingPair, Candles> result = new LinkedHashMap<>();
        market.forEach((pair, candles) ->
                result.put(pair, candles.rows(0, candles.lastClosedAt(at.toEpochMilli()) + 1)));
        return result;
    }

    /** The rows that had closed by then, followed by those of another market. */
    private static Map<TradingPair, Candles> scrambled(
            Map<TradingPair, Candles> market, Map<TradingPair, Candles> other, Instant at) {
        Map<TradingPair, Candles> result = new LinkedHashMap<>();
        market.forEach((pair, candles) -> result.put(pair, spliced(candles, other.get(pair), at.toEpochMilli())));
        return result;
    }

    private static Candles spliced(Candles before, Candles after, long at) {
        int kept = before.lastClosedAt(at) + 1;
        long end = kept == 0
                ? Long.MIN_VALUE
                : before.time(kept - 1) + before.interval().millis();
        int from = after.firstAtOrAfter(Math.max(end, at - after.interval().millis() + 1));
        Candles head = before.rows(0, kept);
        Candles tail = after.rows(from, after.size());
        Candles.Prices prices = new Candles.Prices(
                join(head.prices().opens(), tail.prices().opens()),
                join(head.prices().highs(), tail.prices().highs()),
                join(head.prices().lows(), tail.prices().lows()),
                join(head.prices().closes(), tail.prices().closes()),
                join(head.prices().volumes(), tail.prices().volumes()));
        double[] depths = join(head.depth().usd(), tail.depth().usd());
        long[] times = Arrays.copyOf(head.times(), kept + tail.size());
        System.arraycopy(tail.times(), 0, times, kept, tail.size());
        return new Candles(before.interval(), times, prices, new Candles.Depth(before.liquiditySource(), depths));
    }

    private static double[] join(double[] head, double[] tail) {
        double[] result = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, result, head.length, tail.length);
        return result;
    }

    private static MarketView view(Map<TradingPair, Candles> candles, TradingUniverse universe, Instant at) {
        return Markets.dataSet(candles).history(universe).asOf(at);
    }

    /** What every public method answers to every combination of arguments, by the call's text. */
    private static Map<String, Object> answers(MarketView view) {
        Map<String, Object> answers = new TreeMap<>();
        for (Method method : MarketView.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                for (List<Object> arguments : combinations(method.getParameterTypes())) {
                    answers.put(method.getName() + arguments, answer(view, method, arguments));
                }
            }
        }
        return answers;
    }

    private static List<List<Object>> combinations(Class<?>[] types) {
        List<List<Object>> result = List.of(List.of());
        for (Class<?> type : types) {
            assertTrue(ARGUMENTS.containsKey(type), "Add arguments of " + type + " to this test.");
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> arguments : result) {
                for (Object argument : ARGUMENTS.get(type)) {
                    List<Object> more = new ArrayList<>(arguments);
                    more.add(argument);
                    longer.add(more);
                }
            }
            result = longer;
        }
        return result;
    }

    private static Object answer(MarketView view, Method method, List<Object> arguments) {
        try {
            return method.invoke(view, arguments.toArray());
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @SeededTest
    void no_method_of_a_view_tells_of_anything_after_its_instant(long seed) {
        Random random = new Random(seed);
        TradingUniverse universe = universe();
        Map<TradingPair, Candles> market = market(random);
        Map<TradingPair, Candles> other = market(random);
        for (int i = 0; i < 15; i++) {
            Instant at = Markets.hour(random.nextLong(-1, 402)).plusSeconds(random.nextInt(2) * 1799L);
            Map<String, Object> expected = answers(view(market, universe, at));
            assertEquals(expected, answers(view(cut(market, at), universe, at)), "cut at " + at);
            assertEquals(expected, answers(view(scrambled(market, other, at), universe, at)), "scrambled at " + at);
        }
    }

    @SeededTest
    void the_scrambled_future_shows_later_so_that_this_test_can_fail(long seed) {
        Random random = new Random(seed);
        TradingUniverse universe = universe();
        Map<TradingPair, Candles> market = market(random);
        Instant at = Markets.hour(200);
        Instant later = Markets.hour(400);
        Map<String, Object> expected = answers(view(market, universe, later));
        assertNotEquals(expected, answers(view(cut(market, at), universe, later)));
        assertNotEquals(expected, answers(view(scrambled(market, market(random), at), universe, later)));
    }
}
