package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class CapsTest {
    @Test
    void caps_that_leave_no_room_for_a_whole_portfolio_are_refused() {
        Assert.refuses(Reason.INFEASIBLE_CAPS, "3 assets add up to 0.9", () -> Caps.each(3, 0.3));
        Assert.refuses(Reason.INFEASIBLE_CAPS, "raise the caps", () -> Caps.of(0.5, 0.2));
        Assert.refuses(Reason.INFEASIBLE_CAPS, "0 assets", () -> Caps.none(0));
    }

    @Test
    void ten_tenths_are_a_whole() {
        assertTrue(Caps.each(10, 0.1).areTight());
    }

    @Test
    void a_cap_that_is_no_fraction_is_refused() {
        Assert.refuses(Reason.BAD_INPUT, "0 to 1", () -> Caps.of(1.5, 1));
        Assert.refuses(Reason.BAD_INPUT, "0 to 1", () -> Caps.of(-0.1, 1));
        Assert.refuses(Reason.BAD_INPUT, "0 to 1", () -> Caps.of(Double.NaN, 1));
    }

    @SeededTest
    void the_least_sum_is_that_of_the_best_order_to_fill_the_caps_in(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 50; k++) {
            Caps caps = random.caps(random.between(1, 6));
            double[] values = random.returns(1, caps.size(), 2)[0];

            assertEquals(bestOrder(values, caps, new boolean[caps.size()], 1), caps.leastSum(values), 1e-15);
        }
    }

    private static double bestOrder(double[] values, Caps caps, boolean[] taken, double left) {
        double best = left <= 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length && left > 0; i++) {
            if (!taken[i]) {
                taken[i] = true;
                double weight = Math.min(left, caps.get(i));
                best = Math.min(best, weight * values[i] + bestOrder(values, caps, taken, left - weight));
                taken[i] = false;
            }
        }
        return best;
    }

    @Test
    void the_least_sum_fills_the_smallest_values_first() {
        assertEquals(0.6 * 1 + 0.4 * 2, Caps.of(0.5, 0.6, 1).leastSum(new double[] {3, 1, 2}), 1e-15);
    }
}
