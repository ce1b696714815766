package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ResamplerTest {
    private static final List<Interval> COARSER =
            List.of(Interval.hours(4), Interval.DAILY, Interval.days(3), Interval.WEEKLY, Interval.days(30));

    /** What a resampled candle must be, told in words: rows are grouped by the cell they close in. */
    private static List<Candle> naive(Candles fine, Interval coarse) {
        TreeMap<Long, List<Candle>> cells = new TreeMap<>();
        for (int row = 0; row < fine.size(); row++) {
            Candle candle = fine.candle(row);
            long lineAfter = coarse.ceil(candle.closeTime()).toEpochMilli();
            cells.computeIfAbsent(lineAfter, line -> new ArrayList<>()).add(candle);
        }
        List<Candle> result = new ArrayList<>();
        cells.forEach((line, rows) -> result.add(new Candle(
                Instant.ofEpochMilli(line - coarse.millis()),
                Instant.ofEpochMilli(line),
                rows.getFirst().open(),
                rows.stream().mapToDouble(Candle::high).max().orElseThrow(),
                rows.stream().mapToDouble(Candle::low).min().orElseThrow(),
                rows.getLast().close(),
                // Volumes are multiples of 1,000, so their sum is exact in any order.
                rows.stream().mapToDouble(Candle::volume).sum())));
        return result;
    }

    @SeededTest
    void resampled_candles_are_those_of_a_naive_grouping_whatever_the_gaps(long seed) {
        Random random = new Random(seed);
        Candles fine = new RandomCandles(random, Interval.HOURLY, 3000)
                .gaps(random.nextDouble())
                .make();
        for (Interval coarse : COARSER) {
            assertEquals(naive(fine, coarse), Markets.all(Resampler.resample(fine, coarse)), coarse.toString());
        }
    }

    @SeededTest
    void candles_off_the_grid_belong_to_the_cell_they_close_in(long seed) {
        Random random = new Random(seed);
        long[] times = new long[500];
        long time = RandomCandles.START;
        for (int row = 0; row < times.length; row++) {
            time += Interval.HOURLY.millis() + random.nextInt(10_000_000);
            times[row] = time;
        }
        Candles fine = new RandomCandles(random, Interval.HOURLY, 0).at(times);
        for (Interval coarse : COARSER) {
            Candles resampled = Resampler.resample(fine, coarse);
            assertEquals(naive(fine, coarse), Markets.all(resampled), coarse.toString());
        }
    }

    @Test
    void a_candle_across_midnight_is_not_shown_by_the_day_that_it_began_in() {
        long midnight = RandomCandles.START + Interval.DAILY.millis();
        long halfHour = Interval.HOURLY.millis() / 2;
        Candles fine = new Candles(
                Interval.HOURLY,
                new long[] {midnight - 3 * halfHour, midnight - halfHour},
                Candles.Prices.ofCloses(new double[] {1, 1000}));
        Candles days = Resampler.resample(fine, Interval.DAILY);
        assertEquals(1, days.close(days.lastClosedAt(midnight)));
        assertEquals(1000, days.close(days.lastClosedAt(midnight + Interval.DAILY.millis())));
    }

    @Test
    void a_candle_that_closes_a_millisecond_after_midnight_belongs_to_the_next_day() {
        long midnight = RandomCandles.START + Interval.DAILY.millis();
        long hour = Interval.HOURLY.millis();
        Candles fine = new Candles(
                Interval.HOURLY,
                new long[] {midnight - 3 * hour, midnight - hour + 1},
                Candles.Prices.ofCloses(new double[] {1, 1000}));
        assertEquals(naive(fine, Interval.DAILY), Markets.all(Resampler.resample(fine, Interval.DAILY)));
        assertEquals(2, Resampler.resample(fine, Interval.DAILY).size());
    }

    @SeededTest
    void resampling_in_steps_gives_the_same_candles(long seed) {
        Candles fine = new RandomCandles(new Random(seed), Interval.HOURLY, 2000).make();
        Candles days = Resampler.resample(fine, Interval.DAILY);
        assertEquals(
                Markets.all(Resampler.resample(fine, Interval.WEEKLY)),
                Markets.all(Resampler.resample(days, Interval.WEEKLY)));
    }

    @SeededTest
    void the_depth_of_a_cell_is_that_of_its_last_row(long seed) {
        Candles fine = new RandomCandles(new Random(seed), Interval.HOURLY, 1000).make();
        Candles days = Resampler.resample(fine, Interval.DAILY);
        assertEquals(LiquiditySource.RESERVES, days.liquiditySource());
        for (int row = 0; row < days.size(); row++) {
            int last = fine.lastClosedAt(days.candle(row).closeTime().toEpochMilli());
            assertEquals(fine.depthUsd(last), days.depthUsd(row));
        }
        Candles shallow = new RandomCandles(new Random(seed), Interval.HOURLY, 100)
                .depth(LiquiditySource.NONE)
                .make();
        assertEquals(
                LiquiditySource.NONE,
                Resampler.resample(shallow, Interval.DAILY).liquiditySource());
    }

    @Test
    void an_unknown_volume_makes_that_of_its_cell_unknown_and_no_other() {
        long[] times = {0, Interval.HOURLY.millis(), Interval.DAILY.millis()};
        double[] ones = {1, 1, 1};
        Candles.Prices prices = new Candles.Prices(ones, ones, ones, ones, new double[] {5, Double.NaN, 7});
        Candles days = Resampler.resample(new Candles(Interval.HOURLY, times, prices), Interval.DAILY);
        assertTrue(Double.isNaN(days.volume(0)));
        assertEquals(7, days.volume(1));
    }

    @Test
    void the_same_interval_gives_the_same_candles_and_none_give_none() {
        Candles none = new RandomCandles(new Random(1), Interval.HOURLY, 0).make();
        assertSame(none, Resampler.resample(none, Interval.HOURLY));
        assertEquals(0, Resampler.resample(none, Interval.WEEKLY).size());
    }

    @Test
    void an_interval_that_is_no_multiple_is_refused_with_what_is_possible() {
        Candles fine = new RandomCandles(new Random(1), Interval.hours(4), 10).make();
        String message = assertThrows(IllegalArgumentException.class, () -> Resampler.resample(fine, Interval.hours(6)))
                .getMessage();
        assertTrue(message.contains("4h") && message.contains("6h") && message.contains("multiple"), message);
        assertThrows(IllegalArgumentException.class, () -> Resampler.resample(fine, Interval.HOURLY));
    }

    @Test
    void a_week_begins_on_monday() {
        long sunday = Instant.parse("2022-11-06T23:00:00Z").toEpochMilli();
        Candles fine = new Candles(
                Interval.HOURLY,
                new long[] {sunday, sunday + Interval.HOURLY.millis()},
                Candles.Prices.ofCloses(new double[] {1, 2}));
        Candles weeks = Resampler.resample(fine, Interval.WEEKLY);
        assertEquals(2, weeks.size());
        assertEquals(Instant.parse("2022-11-07T00:00:00Z"), weeks.candle(1).openTime());
        assertFalse(weeks.lastClosedAt(weeks.candle(1).openTime().toEpochMilli()) > 0);
    }
}
