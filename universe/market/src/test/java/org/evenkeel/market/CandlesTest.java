package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CandlesTest {
    private static final long HOUR = 3_600_000L;

    private final long[] times = {0, HOUR, 2 * HOUR, 5 * HOUR};
    private final double[][] columns = {
        {1, 2, 3, 4}, {2, 3, 4, 5}, {0.5, 1.5, 2.5, 3.5}, {1.5, 2.5, 3.5, 4.5}, {10, 0, Double.NaN, 40}
    };
    private final double[] depths = {100, 200, Double.NaN, 0};

    private Candles candles() {
        return new Candles(
                Interval.HOURLY,
                times,
                new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]),
                new Candles.Depth(LiquiditySource.TVL, depths));
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, this::candles).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "0,NaN",
        "1,0",
        "2,-1",
        "3,Infinity",
    })
    void a_price_that_is_none_is_refused_with_its_row_and_time(int column, double price) {
        columns[column][3] = price;
        String message = refusal();
        assertTrue(message.startsWith("Candle 3 at 1970-01-01T05:00:00Z"), message);
        assertTrue(message.contains(String.valueOf(price)) && message.contains("mend or leave out"), message);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, HOUR, -1})
    void a_time_that_is_not_after_the_one_before_is_refused_with_its_row(long time) {
        times[2] = time;
        String message = refusal();
        assertTrue(message.startsWith("Candle 2 at " + Instant.ofEpochMilli(time)), message);
        assertTrue(message.contains("1970-01-01T01:00:00Z") && message.contains("time order"), message);
    }

    @Test
    void candles_that_overlap_are_refused() {
        times[2] = 2 * HOUR - 1;
        String message = refusal();
        assertTrue(message.startsWith("Candle 2 at 1970-01-01T01:59:59.999Z") && message.contains("overlap"), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.POSITIVE_INFINITY})
    void a_volume_or_depth_that_is_no_amount_is_refused_with_its_row(double amount) {
        columns[4][1] = amount;
        assertTrue(refusal().startsWith("Candle 1 at 1970-01-01T01:00:00Z has a volume of " + amount));
        columns[4][1] = 0;
        depths[2] = amount;
        assertTrue(refusal().startsWith("Candle 2 at 1970-01-01T02:00:00Z has a depth of " + amount));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void columns_of_different_length_are_refused(int column) {
        columns[column] = new double[] {1, 2, 3};
        String message = refusal();
        assertTrue(message.contains("columns of 4 candles differ in length"), message);
    }

    @Test
    void a_depth_column_needs_a_figure_for_each_candle_and_a_source() {
        Candles.Prices prices = Candles.Prices.ofCloses(new double[] {1, 2});
        long[] two = {0, HOUR};
        Candles.Depth three = new Candles.Depth(LiquiditySource.RESERVES, new double[3]);
        assertThrows(IllegalArgumentException.class, () -> new Candles(Interval.HOURLY, two, prices, three));
        assertThrows(IllegalArgumentException.class, () -> new Candles.Depth(LiquiditySource.NONE, new double[2]));
    }

    @Test
    void a_row_reads_as_it_was_given() {
        Candles candles = candles();
        assertEquals(4, candles.size());
        Candle last = candles.candle(3);
        assertEquals(
                new Candle(Instant.ofEpochMilli(5 * HOUR), Instant.ofEpochMilli(6 * HOUR), 4, 5, 3.5, 4.5, 40), last);
        assertEquals(100, candles.depthUsd(0));
        assertEquals(LiquiditySource.TVL, candles.liquiditySource());
        assertTrue(Double.isNaN(candles.volume(2)) && Double.isNaN(candles.depthUsd(2)));
    }

    @Test
    void candles_of_closes_alone_have_no_range_no_volume_and_no_depth() {
        Candles candles = new Candles(Interval.DAILY, new long[] {0}, Candles.Prices.ofCloses(new double[] {7}));
        assertEquals(7, candles.open(0));
        assertEquals(7, candles.high(0));
        assertEquals(7, candles.low(0));
        assertTrue(Double.isNaN(candles.volume(0)) && Double.isNaN(candles.depthUsd(0)));
    }

    @SeededTest
    void rows_are_found_by_time_as_a_walk_over_all_of_them_finds_them(long seed) {
        Random random = new Random(seed);
        assertFoundByTime(random, new RandomCandles(random, Interval.HOURLY, 100).make());
        assertFoundByTime(
                random, new RandomCandles(random, Interval.HOURLY, 100).gaps(0).make());
        assertFoundByTime(random, new RandomCandles(random, Interval.HOURLY, 0).make());
    }

    @SeededTest
    void rows_off_the_grid_are_found_the_same(long seed) {
        Random random = new Random(seed);
        long[] offGrid = new long[80];
        long time = RandomCandles.START;
        for (int row = 0; row < offGrid.length; row++) {
            offGrid[row] = time;
            time += HOUR + (random.nextBoolean() ? 0 : random.nextLong(HOUR));
        }
        assertFoundByTime(random, new RandomCandles(random, Interval.HOURLY, 0).at(offGrid));
    }

    private static void assertFoundByTime(Random random, Candles candles) {
        for (int i = 0; i < 500; i++) {
            long time = RandomCandles.START + random.nextLong(-3, 130) * HOUR + random.nextLong(-1, 2);
            if (candles.size() > 0 && random.nextBoolean()) {
                time = candles.time(random.nextInt(candles.size())) + random.nextLong(-1, 2);
            }
            int closed = -1;
            int opened = 0;
            for (int row = 0; row < candles.size(); row++) {
                closed = candles.time(row) + HOUR <= time ? row : closed;
                opened = candles.time(row) < time ? row + 1 : opened;
            }
            assertEquals(closed, candles.lastClosedAt(time));
            assertEquals(opened, candles.firstAtOrAfter(time));
        }
    }

    @SeededTest
    void a_part_of_the_rows_is_a_copy_of_them(long seed) {
        Random random = new Random(seed);
        Candles candles = new RandomCandles(random, Interval.HOURLY, 60).make();
        int from = random.nextInt(candles.size());
        int to = from + random.nextInt(candles.size() - from + 1);
        Candles part = candles.rows(from, to);
        assertEquals(to - from, part.size());
        for (int row = 0; row < part.size(); row++) {
            assertEquals(candles.candle(from + row), part.candle(row));
            assertEquals(candles.depthUsd(from + row), part.depthUsd(row));
        }
        long[] before = part.times().clone();
        Arrays.fill(candles.times(), 0);
        assertArrayEquals(before, part.times());
    }

    @Test
    void a_candle_that_closes_before_it_opens_or_has_no_price_is_refused() {
        Instant open = Instant.EPOCH;
        Instant close = open.plusSeconds(60);
        assertThrows(IllegalArgumentException.class, () -> new Candle(close, open, 1, 1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Candle(open, close, 1, 1, Double.NaN, 1, 0));
    }
}
