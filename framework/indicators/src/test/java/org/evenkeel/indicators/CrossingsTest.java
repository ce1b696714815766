package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class CrossingsTest {
    private static final double NONE = Double.NaN;

    @Test
    void a_column_crosses_where_it_changes_sides_and_where_it_leaves_the_other_one() {
        double[] first = {1, 3, 2, 2, 3, 1, NONE, 3, 3, 1};
        double[] second = {2, 2, 2, 2, 2, 2, 2, 2, NONE, 2};
        boolean[] above = {false, true, false, false, true, false, false, false, false, false};
        boolean[] below = {false, false, false, false, false, true, false, false, false, false};
        assertArrayEquals(above, Crossings.above(first, second));
        assertArrayEquals(below, Crossings.below(first, second));
    }

    @Test
    void columns_of_different_lengths_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Crossings.above(new double[2], new double[3]));
    }

    @SeededTest
    void both_at_once_are_what_each_alone_is(long seed) {
        Random random = new Random(seed);
        // Of few values, so that columns often touch.
        double[] first =
                random.ints(200, 0, 4).mapToDouble(i -> i == 3 ? NONE : i).toArray();
        double[] second = random.ints(200, 0, 3).mapToDouble(i -> i).toArray();
        double[] both = Crossings.of(first, second);
        boolean[] above = Crossings.above(first, second);
        boolean[] below = Crossings.below(first, second);
        for (int row = 0; row < both.length; row++) {
            assertEquals(above[row] ? 1 : below[row] ? -1 : 0, both[row], "row " + row);
        }
    }

    @SeededTest
    void the_indicator_says_1_above_minus_1_below_and_0_else(long seed) {
        double[] closes = Columns.prices(new Random(seed));
        long[] times = new long[closes.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = row * Interval.HOURLY.millis();
        }
        Candles candles = new Candles(Interval.HOURLY, times, Candles.Prices.ofCloses(closes));
        Indicator fast = Indicators.sma(Interval.HOURLY, 3);
        Indicator slow = Indicators.sma(Interval.HOURLY, 8);
        double[] cross = Indicators.cross(fast, slow).compute(candles);
        boolean[] above = Crossings.above(fast.compute(candles), slow.compute(candles));
        boolean[] below = Crossings.below(fast.compute(candles), slow.compute(candles));
        for (int row = 0; row < cross.length; row++) {
            double expected = row < 8 ? NONE : above[row] ? 1 : below[row] ? -1 : 0;
            assertEquals(expected, cross[row], "row " + row);
        }
    }

    @Test
    void indicators_of_different_intervals_do_not_cross() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Indicators.cross(Indicators.sma(Interval.HOURLY, 2), Indicators.sma(Interval.DAILY, 2)));
    }
}
