package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaterFillingTest {
    private static final int CASES = 500;

    @Test
    void what_a_cap_takes_away_goes_to_the_others_in_proportion() {
        double[] weights = WaterFilling.weights(new double[] {6, 3, 1}, new double[] {0.4, 1, 1});

        assertArrayEquals(new double[] {0.4, 0.45, 0.15}, weights, 1e-15);
    }

    @Test
    void a_cap_that_is_reached_only_by_what_another_gave_away_holds_too() {
        double[] weights = WaterFilling.weights(new double[] {6, 3, 1}, new double[] {0.4, 0.4, 1});

        assertArrayEquals(new double[] {0.4, 0.4, 0.2}, weights, 1e-15);
    }

    @Test
    void caps_that_add_up_to_less_than_one_are_all_reached() {
        assertArrayEquals(
                new double[] {0.2, 0.3}, WaterFilling.weights(new double[] {1, 5}, new double[] {0.2, 0.3}), 1e-15);
    }

    @Test
    void nothing_is_given_to_a_proportion_of_nothing() {
        assertArrayEquals(
                new double[] {0.5, 0}, WaterFilling.weights(new double[] {1, 0}, new double[] {0.5, 1}), 1e-15);
        assertArrayEquals(new double[] {0, 0}, WaterFilling.weights(new double[2], new double[] {1, 1}), 1e-15);
    }

    @Test
    void proportions_at_the_ends_of_what_doubles_hold_are_no_trouble() {
        double[] huge = WaterFilling.weights(new double[] {1e308, 1e308, 1e308}, new double[] {1, 1, 1});
        double[] tiny = WaterFilling.weights(new double[] {1, Double.MIN_VALUE, 0}, new double[] {0.5, 0.5, 0.5});

        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, huge, 1e-15);
        assertArrayEquals(new double[] {0.5, 0.5, 0}, tiny, 1e-15);
    }

    @SeededTest
    void it_is_the_level_found_by_going_through_the_caps_in_the_order_they_are_reached_in(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < CASES; k++) {
            int size = random.nextInt(1, 12);
            double[] proportions = random.doubles(size)
                    .map(value -> value < 0.1 ? 0 : Math.exp(12 * value))
                    .toArray();
            double[] caps =
                    random.doubles(size, 0, random.nextBoolean() ? 0.15 : 1.5).toArray();

            double[] weights = WaterFilling.weights(proportions, caps);

            assertArrayEquals(sorted(proportions, caps), weights, 1e-12, "case " + k);
            assertTrue(Arrays.stream(weights).sum() <= 1 + 1e-12, "case " + k);
            for (int i = 0; i < size; i++) {
                assertTrue(weights[i] >= 0 && weights[i] <= caps[i], "case " + k + " asset " + i);
            }
        }
    }

    /** Raises the level from one cap to the next until the whole is spread. */
    private static double[] sorted(double[] proportions, double[] caps) {
        int[] order = IntStream.range(0, caps.length)
                .filter(i -> proportions[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> caps[i] / proportions[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = new double[caps.length];
        double left = 1;
        for (int at = 0; at < order.length; at++) {
            double open = Arrays.stream(order, at, order.length)
                    .mapToDouble(i -> proportions[i])
                    .sum();
            double level = left / open;
            if (level * proportions[order[at]] < caps[order[at]]) {
                for (int rest = at; rest < order.length; rest++) {
                    weights[order[rest]] = level * proportions[order[rest]];
                }
                return weights;
            }
            weights[order[at]] = caps[order[at]];
            left -= caps[order[at]];
        }
        return weights;
    }

    @SeededTest
    void raising_a_cap_never_takes_from_the_asset_that_it_belongs_to(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < CASES; k++) {
            int size = random.nextInt(2, 8);
            double[] proportions = random.doubles(size, 0.01, 1).toArray();
            double[] caps = random.doubles(size, 0.05, 1).toArray();
            double before = WaterFilling.weights(proportions, caps)[0];
            caps[0] += random.nextDouble();

            double after = WaterFilling.weights(proportions, caps)[0];

            assertTrue(after >= before - 1e-15, "case " + k);
        }
    }

    @Test
    void the_level_is_one_whole_where_no_cap_is_reached() {
        double[] weights = WaterFilling.weights(new double[] {2, 2}, new double[] {0.5, 0.5});

        assertEquals(1, Arrays.stream(weights).sum(), 1e-15);
    }
}
