package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.api.alpha.WeightLimits.Excess;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final int CASES = 250;

    @SeededTest
    void weights_are_no_less_than_nothing_add_up_to_no_more_than_one_and_obey_their_caps(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < CASES; k++) {
            double[] raw = raw(random);
            double[] caps = random.doubles(raw.length, 1e-6, random.nextBoolean() ? 0.2 : 1)
                    .toArray();
            for (Excess excess : Excess.values()) {
                double[] weights = Weights.normalised(raw, caps, excess);

                assertTrue(Arrays.stream(weights).sum() <= 1 + 1e-12, "case " + k);
                for (int i = 0; i < raw.length; i++) {
                    assertTrue(weights[i] >= 0 && weights[i] <= caps[i], "case " + k + " weight " + i);
                }
            }
        }
    }

    private static double[] raw(SplittableRandom random) {
        return random.doubles(random.nextInt(1, 12))
                .map(value -> value < 0.1 ? 0 : Math.exp(10 * value))
                .toArray();
    }

    @SeededTest
    void redistributing_gives_what_sorting_by_the_level_at_which_each_is_capped_gives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < CASES; k++) {
            double[] raw = raw(random);
            double[] caps = random.doubles(raw.length, 1e-6, random.nextBoolean() ? 0.2 : 1)
                    .toArray();

            assertArrayEquals(
                    levelled(raw, caps), Weights.normalised(raw, caps, Excess.REDISTRIBUTE), 1e-12, "case " + k);
        }
    }

    /** min(cap, level · raw), the level found between the two neighbours in the order in which caps are reached. */
    private static double[] levelled(double[] raw, double[] caps) {
        double[] levels = IntStream.range(0, raw.length)
                .filter(i -> raw[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> caps[i] / raw[i]))
                .mapToDouble(i -> caps[i] / raw[i])
                .toArray();
        for (double level : levels) {
            if (sum(at(level, raw, caps)) >= 1) {
                double capped = 0;
                double open = 0;
                for (int i = 0; i < raw.length; i++) {
                    boolean reached = raw[i] > 0 && caps[i] / raw[i] < level;
                    capped += reached ? caps[i] : 0;
                    open += reached ? 0 : raw[i];
                }
                return at((1 - capped) / open, raw, caps);
            }
        }
        return at(Double.MAX_VALUE, raw, caps);
    }

    private static double[] at(double level, double[] raw, double[] caps) {
        return IntStream.range(0, raw.length)
                .mapToDouble(i -> raw[i] == 0 ? 0 : Math.min(caps[i], level * raw[i]))
                .toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void what_a_cap_takes_away_is_spread_or_left_in_cash() {
        double[] raw = {6, 3, 1};
        double[] caps = {0.5, 0.5, 0.5};

        assertArrayEquals(new double[] {0.5, 0.375, 0.125}, Weights.normalised(raw, caps, Excess.REDISTRIBUTE), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.3, 0.1}, Weights.normalised(raw, caps, Excess.CASH), 1e-15);
    }

    @Test
    void weights_that_are_all_nothing_stay_so() {
        for (Excess excess : Excess.values()) {
            assertArrayEquals(new double[2], Weights.normalised(new double[2], new double[] {1, 1}, excess));
        }
    }

    @Test
    void a_pair_may_have_a_cap_of_its_own_higher_or_lower() {
        TradingPair a = TestMarket.pair(0, 18, 30);
        TradingPair b = TestMarket.pair(1, 18, 30);
        WeightLimits limits = WeightLimits.maxWeight(0.2).withCap(a, 0.5).withExcess(Excess.CASH);

        assertEquals(0.5, limits.capOf(a));
        assertEquals(0.2, limits.capOf(b));
        assertEquals(0.1, limits.withCap(a, 0.1).capOf(a));
        assertEquals(Excess.CASH, limits.excess());
    }

    @Test
    void caps_that_are_no_fractions_are_refused() {
        TradingPair a = TestMarket.pair(0, 18, 30);
        for (double cap : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> WeightLimits.maxWeight(cap));
            IllegalArgumentException thrown =
                    assertThrows(IllegalArgumentException.class, () -> WeightLimits.NONE.withCap(a, cap));
            assertTrue(String.valueOf(thrown.getMessage()).contains("A-USDC"), thrown.getMessage());
        }
    }
}
