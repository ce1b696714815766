package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * Mean and squared deviations of every window of a column, in one pass and without drift.
 *
 * <p>The column is cut into blocks as long as the window. A window is then the tail of one block and the head of the
 * next, and the moments of the two are joined (Chan, Golub and LeVeque 1979). Nothing that has left the window is ever
 * subtracted, so a huge value leaves no trace and no error builds up. Sums are taken of differences to a value that is
 * itself in the window, its base, so a large offset cancels exactly before it is squared.
 */
final class Moments {
    private final double[] values;
    private final int length;
    /** For each row, the mean of its window less the first value of the row's block. */
    private final double[] offsets;
    /** For each row, the sum of the squared deviations from that mean. */
    private final double[] squares;
    /** 1/1, 1/2, … by count: a table, because a division takes as long as all else that is done for a row. */
    private final double[] shares;
    /** Of the last so many values of the block before, by count: their mean less tailBase. */
    private final double[] tailMeans;
    /** Of the same values, the sum of the squared deviations from that mean. */
    private final double[] tailSquares;
    /** The last value of the block before. */
    private double tailBase;

    private Moments(double[] values, int length) {
        this.values = values;
        this.length = length;
        offsets = new double[values.length];
        squares = new double[values.length];
        int counts = length > values.length ? 0 : length + 1;
        tailMeans = new double[counts];
        tailSquares = new double[counts];
        shares = new double[counts];
        Arrays.setAll(shares, count -> 1.0 / count);
    }

    static Moments of(double[] values, int length) {
        Moments moments = new Moments(values, length);
        int unknown = Math.min(length - 1, values.length);
        Arrays.fill(moments.offsets, 0, unknown, Double.NaN);
        Arrays.fill(moments.squares, 0, unknown, Double.NaN);
        if (length <= values.length) {
            moments.run();
        }
        return moments;
    }

    /** The standard deviation of the window that ends at each row, with length − 1 degrees of freedom. */
    double[] standardDeviations() {
        double[] result = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            result[row] = Lengths.finiteOrNaN(Math.sqrt(squares[row] / (length - 1)));
        }
        return result;
    }

    /** How many of these standard deviations each value lies above that mean. */
    double[] zScores() {
        double[] result = standardDeviations();
        for (int row = 0, inBlock = 0; row < values.length; row++, inBlock = inBlock + 1 == length ? 0 : inBlock + 1) {
            double above = values[row] - values[row - inBlock] - offsets[row];
            result[row] = Lengths.finiteOrNaN(above / result[row]);
        }
        return result;
    }

    private void run() {
        for (int start = 0; start < values.length; start += length) {
            head(start, Math.min(values.length - start, length));
            if (values.length - start > length) {
                tails(start);
            }
        }
    }

    private void head(int start, int rows) {
        double base = values[start];
        double sum = 0;
        double square = 0;
        for (int count = 1; count <= rows; count++) {
            double value = values[start + count - 1] - base;
            sum += value;
            square += value * value;
            if (start > 0 || count == length) {
                double mean = sum * shares[count];
                join(start, count, mean, Math.max(0, square - sum * mean));
            }
        }
    }

    private void tails(int start) {
        tailBase = values[start + length - 1];
        double sum = 0;
        double square = 0;
        for (int count = 1; count <= length; count++) {
            double value = values[start + length - count] - tailBase;
            sum += value;
            square += value * value;
            double mean = sum * shares[count];
            tailMeans[count] = mean;
            tailSquares[count] = Math.max(0, square - sum * mean);
        }
    }

    /** Joins the head of a block, of so many values, with the tail of the block before that makes it a window. */
    private void join(int start, int count, double mean, double square) {
        int row = start + count - 1;
        int rest = length - count;
        // Without a tail both terms below are 0: the tail of no values has no mean and no deviations.
        double gap = rest == 0 ? 0 : tailBase - values[start] + tailMeans[rest] - mean;
        double share = rest * shares[length];
        offsets[row] = mean + gap * share;
        squares[row] = square + tailSquares[rest] + gap * gap * count * share;
    }
}
