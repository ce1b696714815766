package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class ReturnsTest {
    @Test
    void simple_returns_are_price_over_price_before_less_one() {
        double[][] returns = Returns.simple(new double[][] {{100, 8}, {110, 6}, {99, 9}});

        assertEquals(2, returns.length);
        assertArrayEquals(new double[] {0.10, -0.25}, returns[0], 1e-15);
        assertArrayEquals(new double[] {-0.10, 0.50}, returns[1], 1e-15);
    }

    @Test
    void means_are_arithmetic_and_by_asset() {
        assertArrayEquals(new double[] {0.02, -0.1}, Returns.means(new double[][] {{0.01, 0.1}, {0.03, -0.3}}), 1e-15);
    }

    @Test
    void bad_prices_are_refused_with_their_place() {
        Assert.refuses(Reason.BAD_INPUT, "1 rows of prices", () -> Returns.simple(new double[][] {{1, 2}}));
        Assert.refuses(Reason.BAD_INPUT, "0 rows", () -> Returns.simple(new double[0][]));
        Assert.refuses(Reason.BAD_INPUT, "2 rows", () -> Returns.simple(new double[2][0]));
        Assert.refuses(
                Reason.BAD_INPUT,
                "Row 1 of the prices has 1 values",
                () -> Returns.simple(new double[][] {{1, 2}, {1}}));
        Assert.refuses(
                Reason.BAD_INPUT,
                "asset 1 in row 0 of the prices is NaN",
                () -> Returns.simple(new double[][] {{1, Double.NaN}, {1, 2}}));
        Assert.refuses(
                Reason.BAD_INPUT,
                "price of asset 0 in row 1 is 0.0",
                () -> Returns.simple(new double[][] {{1, 2}, {0, 2}}));
        Assert.refuses(Reason.BAD_INPUT, "is -3.0", () -> Returns.simple(new double[][] {{1, -3}, {1, 2}}));
    }

    @Test
    void returns_without_rows_or_numbers_have_no_mean() {
        Assert.refuses(Reason.BAD_INPUT, "0 rows of returns", () -> Returns.means(new double[0][]));
        Assert.refuses(
                Reason.BAD_INPUT,
                "asset 0 in row 1 of the returns is Infinity",
                () -> Returns.means(new double[][] {{1}, {Double.POSITIVE_INFINITY}}));
    }
}
