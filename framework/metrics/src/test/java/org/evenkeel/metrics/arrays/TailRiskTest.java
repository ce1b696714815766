package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailRiskTest {

    @Test
    void a_percentile_lies_between_its_neighbours() {
        double[] sorted = {10, 20, 30, 40};
        assertEquals(10, TailRisk.percentile(sorted, 0), 0);
        assertEquals(25, TailRisk.percentile(sorted, 0.5), 1e-14);
        assertEquals(11.5, TailRisk.percentile(sorted, 0.05), 1e-14);
        assertEquals(40, TailRisk.percentile(sorted, 1), 0);
        assertThrows(IllegalArgumentException.class, () -> TailRisk.percentile(sorted, 5));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54, 55})
    void tails_agree_with_their_textbook_form(long seed) {
        double[] returns = Curves.returns(seed, 137);
        double[] sorted = TailRisk.ordered(returns, 0.05);
        assertEquals(Naive.percentile(returns, 0.05), TailRisk.valueAtRisk(sorted, 0.05), 1e-15);
        assertEquals(Naive.conditionalValueAtRisk(returns, 0.05), TailRisk.conditionalValueAtRisk(sorted, 0.05), 1e-15);
        double ratio = Naive.percentile(returns, 0.95) / -Naive.percentile(returns, 0.05);
        assertEquals(ratio, TailRisk.tailRatio(sorted, 0.05), 1e-11);
        assertTrue(TailRisk.conditionalValueAtRisk(sorted, 0.05) <= TailRisk.valueAtRisk(sorted, 0.05));
    }

    @Test
    void the_ends_stand_where_sorting_puts_them_and_nothing_is_lost() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int size = 1 + random.nextInt(round + 1);
            // From all alike over few values, as of idle periods, to all different; rising, falling or in no order.
            int values = 1 + random.nextInt(2 * size);
            double[] returns = random.doubles(size)
                    .map(r -> Math.floor(r * values) / values - 0.5)
                    .toArray();
            if (round % 5 == 0) {
                Arrays.sort(returns);
            }
            double tail = random.nextDouble() / 2;
            double[] ordered = TailRisk.ordered(returns, tail);
            double[] sorted = returns.clone();
            Arrays.sort(sorted);
            String what = "round " + round;
            for (double fraction : new double[] {0, tail, 1 - tail, 1}) {
                assertEquals(TailRisk.percentile(sorted, fraction), TailRisk.percentile(ordered, fraction), 0, what);
            }
            double limit = TailRisk.valueAtRisk(sorted, tail);
            assertEquals(
                    Arrays.stream(sorted).filter(r -> r <= limit).average().orElseThrow(),
                    TailRisk.conditionalValueAtRisk(ordered, tail),
                    1e-12,
                    what);
            Arrays.sort(ordered);
            assertArrayEquals(sorted, ordered, what);
        }
    }

    @Test
    void ordering_leaves_the_returns_as_they_are() {
        double[] returns = {0.3, -0.1, 0.2};
        TailRisk.ordered(returns, 0.05);
        assertEquals(0.3, returns[0], 0);
    }

    @Test
    void nothing_has_no_tail() {
        assertTrue(Double.isNaN(TailRisk.valueAtRisk(new double[0], 0.05)));
        assertTrue(Double.isNaN(TailRisk.conditionalValueAtRisk(new double[0], 0.05)));
        assertTrue(Double.isNaN(TailRisk.tailRatio(new double[] {0, 0, 1}, 0.05)));
    }
}
