package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * The mean of every window of a column, in one pass and without drift: as {@link Moments}, a window is the tail of one
 * block and the head of the next, and nothing that has left it is ever subtracted. Sums are taken of differences to a
 * value in the window, so that a large offset cancels exactly.
 */
final class Means {
    private Means() {}

    static double[] of(double[] values, int length) {
        double[] means = new double[values.length];
        Arrays.fill(means, 0, Math.min(length - 1, values.length), Double.NaN);
        // Of the last so many values of the block before, by count: the sum of their differences to its last value.
        double[] tails = new double[length <= values.length ? length + 1 : 0];
        double tailBase = 0;
        for (int start = 0; length <= values.length && start < values.length; start += length) {
            int rows = Math.min(values.length - start, length);
            double base = values[start];
            double gap = tailBase - base;
            double head = 0;
            for (int row = start; row < start + rows; row++) {
                head += values[row] - base;
                int rest = length - 1 - row + start;
                if (start > 0 || rest == 0) {
                    double tail = rest == 0 ? 0 : rest * gap + tails[rest];
                    means[row] = Lengths.finiteOrNaN(base + (head + tail) / length);
                }
            }
            tailBase = values[start + rows - 1];
            sumTails(values, start + rows, tailBase, tails);
        }
        return means;
    }

    private static void sumTails(double[] values, int end, double base, double[] tails) {
        double sum = 0;
        for (int count = 1; count < tails.length && count <= end; count++) {
            sum += values[end - count] - base;
            tails[count] = sum;
        }
    }
}
