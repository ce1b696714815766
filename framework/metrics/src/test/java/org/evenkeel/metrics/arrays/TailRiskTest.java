package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        double[] sorted = TailRisk.sorted(returns);
        assertEquals(Naive.percentile(returns, 0.05), TailRisk.valueAtRisk(sorted, 0.05), 1e-15);
        assertEquals(Naive.conditionalValueAtRisk(returns, 0.05), TailRisk.conditionalValueAtRisk(sorted, 0.05), 1e-15);
        double ratio = Naive.percentile(returns, 0.95) / -Naive.percentile(returns, 0.05);
        assertEquals(ratio, TailRisk.tailRatio(sorted, 0.05), 1e-11);
        assertTrue(TailRisk.conditionalValueAtRisk(sorted, 0.05) <= TailRisk.valueAtRisk(sorted, 0.05));
    }

    @Test
    void sorting_leaves_the_returns_as_they_are() {
        double[] returns = {0.3, -0.1, 0.2};
        TailRisk.sorted(returns);
        assertEquals(0.3, returns[0], 0);
    }

    @Test
    void nothing_has_no_tail() {
        assertTrue(Double.isNaN(TailRisk.valueAtRisk(new double[0], 0.05)));
        assertTrue(Double.isNaN(TailRisk.conditionalValueAtRisk(new double[0], 0.05)));
        assertTrue(Double.isNaN(TailRisk.tailRatio(new double[] {0, 0, 1}, 0.05)));
    }
}
