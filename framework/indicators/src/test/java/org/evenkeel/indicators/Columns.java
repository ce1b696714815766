package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

/** Columns to try functions on, and their comparison. */
final class Columns {
    static final int[] LENGTHS = {1, 2, 3, 7, 20, 64, 199, 200, 201};

    private Columns() {}

    /** Two hundred values around an offset, of any scale; some equal to the one before. */
    static double[] random(Random random) {
        double offset = random.nextBoolean() ? 0 : Math.exp(random.nextGaussian() * 10);
        double scale = Math.exp(random.nextGaussian() * 5);
        double[] values = new double[200];
        for (int row = 0; row < values.length; row++) {
            boolean still = row > 0 && random.nextInt(10) == 0;
            values[row] = still ? values[row - 1] : offset + scale * random.nextGaussian();
        }
        return values;
    }

    /** Such values with a few that are none. */
    static double[] withHoles(Random random) {
        double[] values = random(random);
        double[] holes = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < 6; i++) {
            values[random.nextInt(values.length)] = holes[random.nextInt(holes.length)];
        }
        return values;
    }

    /** Prices of two hundred rows. */
    static double[] prices(Random random) {
        double[] values = new double[200];
        double price = Math.exp(random.nextGaussian() * 5);
        for (int row = 0; row < values.length; row++) {
            price *= random.nextInt(10) == 0 ? 1 : Math.exp(random.nextGaussian() * 0.05);
            values[row] = price;
        }
        return values;
    }

    static void assertSame(double[] expected, double[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int row = 0; row < expected.length; row++) {
            String where = what + ", row " + row + ": " + expected[row] + " or " + actual[row];
            assertEquals(Double.isNaN(expected[row]), Double.isNaN(actual[row]), where);
            assertTrue(Double.isNaN(expected[row]) || Math.abs(expected[row] - actual[row]) <= tolerance, where);
        }
    }

    /** The largest absolute value that is one. */
    static double scale(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest;
    }
}
