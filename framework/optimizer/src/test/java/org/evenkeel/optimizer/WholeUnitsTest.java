package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class WholeUnitsTest {
    /** The least error of all units that the money buys. */
    private static double bruteForce(double[] weights, double[] prices, double amount, long[] units, int asset) {
        double spent = 0;
        double error = 0;
        for (int i = 0; i < units.length; i++) {
            spent += units[i] * prices[i];
            error += Math.abs(weights[i] * amount - units[i] * prices[i]);
        }
        if (spent > amount + 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        double best = error + amount - spent;
        for (int i = asset; i < units.length; i++) {
            units[i]++;
            best = Math.min(best, bruteForce(weights, prices, amount, units, i));
            units[i]--;
        }
        return best;
    }

    @SeededTest
    void the_integer_programme_is_as_good_as_trying_all(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 10; k++) {
            int assets = random.between(1, 4);
            double[] weights = random.portfolio(Caps.none(assets));
            double[] prices = new double[assets];
            for (int i = 0; i < assets; i++) {
                prices[i] = 5 + Math.round(4_000 * random.uniform()) / 100.0;
            }
            double best = bruteForce(weights, prices, 100, new long[assets], 0);

            WholeUnits exact = WholeUnits.exact(weights, prices, 100);
            WholeUnits greedy = WholeUnits.greedy(weights, prices, 100);

            assertEquals(best, exact.error(), 1e-9, "case " + k + " of " + Arrays.toString(prices));
            assertTrue(greedy.error() >= best - 1e-9);
        }
    }

    @SeededTest
    void money_is_neither_lost_nor_borrowed(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(1, 30);
        double[] weights = random.portfolio(Caps.none(assets));
        double[] prices = new double[assets];
        for (int i = 0; i < assets; i++) {
            prices[i] = Math.exp(6 * random.uniform());
        }
        for (WholeUnits bought :
                new WholeUnits[] {WholeUnits.greedy(weights, prices, 10_000), WholeUnits.exact(weights, prices, 10_000)
                }) {
            double spent = 0;
            for (int i = 0; i < assets; i++) {
                assertTrue(bought.units()[i] >= 0);
                spent += bought.units()[i] * prices[i];
            }
            assertTrue(bought.left() >= -1e-9, "left " + bought.left());
            assertEquals(10_000, spent + bought.left(), 1e-8);
        }
    }

    @Test
    void the_greedy_way_buys_what_lacks_most_as_long_as_it_can_be_paid() {
        // 500 each: 12 of 40 leave 20, 1 of 300 leaves 200; for another 300 there is not enough, for another 40 there
        // is.
        WholeUnits bought = WholeUnits.greedy(new double[] {0.5, 0.5}, new double[] {40, 300}, 1_000);

        assertArrayEquals(new long[] {13, 1}, bought.units());
        assertEquals(180, bought.left(), 1e-9);
        assertEquals(20 + 200 + 180, bought.error(), 1e-9);
    }

    @Test
    void what_the_weights_leave_is_cash() {
        WholeUnits bought = WholeUnits.exact(new double[] {0.3, 0}, new double[] {10, 10}, 100);

        assertArrayEquals(new long[] {3, 0}, bought.units());
        assertEquals(70, bought.left(), 1e-9);
        assertEquals(0, bought.error(), 1e-9);
    }

    @Test
    void an_amount_too_small_for_any_unit_is_left_over() {
        WholeUnits bought = WholeUnits.exact(new double[] {1}, new double[] {500}, 100);

        assertArrayEquals(new long[] {0}, bought.units());
        assertEquals(100, bought.left());
    }

    @Test
    void debts_and_bad_numbers_are_refused() {
        double[] prices = {10, 10};

        Assert.refuses(
                Reason.BAD_INPUT,
                "asset 1, -0.5, is a debt",
                () -> WholeUnits.greedy(new double[] {1.5, -0.5}, prices, 100));
        Assert.refuses(
                Reason.BAD_INPUT,
                "price of 0.0",
                () -> WholeUnits.exact(new double[] {1, 0}, new double[] {0, 1}, 100));
        Assert.refuses(Reason.BAD_INPUT, "amount of 0.0", () -> WholeUnits.exact(new double[] {1, 0}, prices, 0));
        Assert.refuses(Reason.BAD_INPUT, "add up to 1.2", () -> WholeUnits.exact(new double[] {1, 0.2}, prices, 10));
        Assert.refuses(Reason.BAD_INPUT, "1 weights for 2", () -> WholeUnits.exact(new double[] {1}, prices, 10));
        Assert.refuses(Reason.BAD_INPUT, "can be counted", () -> WholeUnits.exact(new double[] {1, 0}, prices, 1e300));
    }
}
