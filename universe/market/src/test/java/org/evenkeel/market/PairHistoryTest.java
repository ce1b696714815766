package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class PairHistoryTest {
    private static final TradingPair PAIR = Pairs.usd(1, "WETH", "USDC");

    /** An indicator by a function of the closes. */
    private record OfCloses(Interval interval, UnaryOperator<double[]> function) implements Indicator {
        @Override
        public double[] compute(Candles candles) {
            return function.apply(candles.prices().closes().clone());
        }

        @Override
        public String toString() {
            return "OfCloses";
        }
    }

    /** Fills a column of the closes' length by a function of the row. */
    private static OfCloses rowByRow(Function<double[], IntToDoubleFunction> value) {
        return new OfCloses(Interval.HOURLY, closes -> {
            double[] column = new double[closes.length];
            Arrays.setAll(column, value.apply(closes));
            return column;
        });
    }

    private static PairHistory history(long seed) {
        return new PairHistory(PAIR, new RandomCandles(new Random(seed), Interval.HOURLY, 400).make());
    }

    @Test
    void a_column_is_computed_on_candles_of_the_indicators_interval() {
        PairHistory history = history(1);
        double[] days = history.column(new OfCloses(Interval.DAILY, closes -> closes));
        assertArrayEquals(
                Resampler.resample(history.candles(), Interval.DAILY).prices().closes(), days);
    }

    @Test
    void equal_indicators_share_a_column_and_different_ones_do_not() {
        UnaryOperator<double[]> twice = closes -> {
            Arrays.setAll(closes, row -> 2 * closes[row]);
            return closes;
        };
        PairHistory history = history(1);
        double[] column = history.column(new OfCloses(Interval.HOURLY, twice));
        assertSame(column, history.column(new OfCloses(Interval.HOURLY, twice)));
        assertEquals(2 * history.candles().close(0), column[0]);
        assertEquals(history.candles().close(0), history.column(new OfCloses(Interval.HOURLY, c -> c))[0]);
    }

    @Test
    void a_column_of_another_length_is_refused() {
        OfCloses half = new OfCloses(Interval.HOURLY, closes -> Arrays.copyOf(closes, closes.length / 2));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> history(1).column(half))
                .getMessage();
        assertTrue(message.contains("OfCloses gave") && message.contains("WETH-USDC"), message);
    }

    @SeededTest
    void an_indicator_that_reads_a_later_row_is_found_out(long seed) {
        PairHistory history = history(seed);
        int ahead = 1 + new Random(seed).nextInt(100);
        OfCloses future = rowByRow(closes -> row -> closes[Math.min(row + ahead, closes.length - 1)]);
        String message = assertThrows(IllegalArgumentException.class, () -> history.column(future))
                .getMessage();
        assertTrue(message.contains("looks ahead") && message.contains("WETH-USDC"), message);
        assertThrows(IllegalArgumentException.class, () -> history.column(future), "nothing of it is kept");
    }

    @SeededTest
    void an_indicator_that_is_scaled_by_its_whole_column_is_found_out(long seed) {
        OfCloses scaled = rowByRow(closes -> {
            double mean = Arrays.stream(closes).average().orElse(1);
            return row -> closes[row] / mean;
        });
        assertThrows(IllegalArgumentException.class, () -> history(seed).column(scaled));
    }

    @SeededTest
    void looking_ahead_is_found_out_however_small_the_prices_are(long seed) {
        OfCloses future = rowByRow(closes -> row -> 1e-14 * closes[Math.min(row + 1, closes.length - 1)]);
        assertThrows(IllegalArgumentException.class, () -> history(seed).column(future));
    }

    @Test
    void a_single_row_ahead_is_found_out_on_two_candles() {
        OfCloses next = rowByRow(closes -> row -> closes[Math.min(row + 1, closes.length - 1)]);
        assertThrows(IllegalArgumentException.class, () -> new PairHistory(PAIR, Markets.hourly(0, 1)).column(next));
        OfCloses shorter = new OfCloses(Interval.HOURLY, closes -> closes.length < 2 ? new double[0] : closes);
        assertThrows(IllegalArgumentException.class, () -> new PairHistory(PAIR, Markets.hourly(0, 1)).column(shorter));
    }

    @SeededTest
    void rounding_that_depends_on_the_length_of_the_column_is_not_held_against_an_indicator(long seed) {
        OfCloses rounded = rowByRow(closes -> row -> closes[row] * (1 + closes.length * 1e-15));
        assertTrue(history(seed).column(rounded).length > 0);
    }

    @Test
    void an_indicator_that_fails_on_fewer_candles_is_refused_with_its_fault() {
        OfCloses greedy = new OfCloses(Interval.HOURLY, closes -> {
            closes[200] = 1;
            return closes;
        });
        String message = assertThrows(
                        IllegalArgumentException.class, () -> history(1).column(greedy))
                .getMessage();
        assertTrue(message.contains("fails on the first") && message.contains("ArrayIndexOutOfBounds"), message);
    }

    @SeededTest
    void an_honest_indicator_with_nothing_at_first_is_not_suspected(long seed) {
        OfCloses change = rowByRow(closes -> row -> row < 5 ? Double.NaN : closes[row] / closes[row - 5] - 1);
        double[] column = history(seed).column(change);
        assertTrue(Double.isNaN(column[4]) && Double.isFinite(column[5]));
    }

    @Test
    void a_pair_without_candles_has_empty_columns() {
        PairHistory empty = new PairHistory(PAIR, Markets.hourly());
        assertEquals(0, empty.column(new OfCloses(Interval.DAILY, closes -> closes)).length);
    }
}
