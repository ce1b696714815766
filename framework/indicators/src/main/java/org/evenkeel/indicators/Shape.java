package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * The shape of the distribution of the values in a moving window, in one pass and without drift: as {@link Moments}, a
 * window is the tail of one block and the head of the next, whose moments are joined by the formulas of Pébay (Formulas
 * for Robust, One-Pass Parallel Computation of Covariances and Arbitrary-Order Statistical Moments, 2008).
 */
final class Shape {
    /** What is made of the moments of a window: the number of values, Σd², Σd³ and Σd⁴ of their deviations. */
    interface Figure {
        double of(int count, double second, double third, double fourth);
    }

    private Shape() {}

    static double[] over(double[] values, int length, Figure figure) {
        double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        PowerSums[] tails = new PowerSums[length <= values.length ? length + 1 : 0];
        for (int start = 0; length <= values.length && start < values.length; start += length) {
            int rows = Math.min(length, values.length - start);
            PowerSums head = PowerSums.NONE;
            for (int row = start; row < start + rows; row++) {
                head = head.plus(values[row]);
                PowerSums rest = start > 0 ? tails[length - 1 - row + start] : PowerSums.NONE;
                PowerSums window = head.plus(rest);
                if (window.count() == length) {
                    result[row] =
                            Lengths.finiteOrNaN(figure.of(length, window.second(), window.third(), window.fourth()));
                }
            }
            tails[0] = PowerSums.NONE;
            for (int count = 1; count <= rows && rows == length; count++) {
                tails[count] = tails[count - 1].plus(values[start + rows - count]);
            }
        }
        return result;
    }

    /**
     * The moments of some values.
     *
     * @param count how many there are
     * @param mean of them
     * @param second the sum of the squares of their distances from it
     * @param third of the cubes
     * @param fourth of the fourth powers
     */
    private record PowerSums(int count, double mean, double second, double third, double fourth) {
        static final PowerSums NONE = new PowerSums(0, 0, 0, 0, 0);

        PowerSums plus(double value) {
            return plus(new PowerSums(1, value, 0, 0, 0));
        }

        PowerSums plus(PowerSums other) {
            if (count == 0 || other.count == 0) {
                return count == 0 ? other : this;
            }
            double a = count;
            double b = other.count;
            double n = a + b;
            double gap = other.mean - mean;
            double step = gap / n;
            double cross = gap * step * a * b;
            double three = cross * step * (a - b) + 3 * step * (a * other.second - b * second);
            double four = cross * step * step * (a * a - a * b + b * b)
                    + 6 * step * step * (a * a * other.second + b * b * second)
                    + 4 * step * (a * other.third - b * third);
            return new PowerSums(
                    count + other.count,
                    mean + step * b,
                    second + other.second + cross,
                    third + other.third + three,
                    fourth + other.fourth + four);
        }
    }
}
