package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * Mean and squared deviations of every window of a column, in one pass and without drift.
 *
 * <p>The column is cut into blocks as long as the window. A window is then the tail of one block and the head of the
 * next, and the moments of the two are joined (Chan, Golub and LeVeque 1979). Nothing that has left the window is ever
 * subtracted, so a huge value leaves no trace and no error builds up. Sums are taken of differences to a value that is
 * itself in the window, so a large offset cancels exactly before it is squared.
 */
final class Moments {
    private final double[] values;
    private final int length;
    private final double[] offsets;
    private final double[] squares;
    private final double[] tailSums;
    private final double[] tailSquares;
    private double tailBase;

    private Moments(double[] values, int length) {
        this.values = values;
        this.length = length;
        offsets = new double[values.length];
        squares = new double[values.length];
        int room = length > values.length ? 0 : length + 1;
        tailSums = new double[room];
        tailSquares = new double[room];
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

    /** The mean of the window that ends at a row. */
    double mean(int row) {
        return Lengths.finiteOrNaN(base(row) + offsets[row]);
    }

    /** What the value of a row is above the mean of the window that ends there. */
    double aboveMean(int row) {
        return Lengths.finiteOrNaN(values[row] - base(row) - offsets[row]);
    }

    /** The standard deviation of the window that ends at a row, with length − 1 degrees of freedom. */
    double standardDeviation(int row) {
        return Lengths.finiteOrNaN(Math.sqrt(squares[row] / (length - 1)));
    }

    private double base(int row) {
        return values[row - row % length];
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
                join(start, count, sum, square);
            }
        }
    }

    /** The sums of the last 1, 2, … values of a block that the next block's heads are joined with. */
    private void tails(int start) {
        tailBase = values[start + length - 1];
        double sum = 0;
        double square = 0;
        for (int count = 1; count <= length; count++) {
            double value = values[start + length - count] - tailBase;
            sum += value;
            square += value * value;
            tailSums[count] = sum;
            tailSquares[count] = square;
        }
    }

    private void join(int start, int count, double sum, double square) {
        int row = start + count - 1;
        double mean = sum / count;
        double deviation = Math.max(0, square - sum * mean);
        if (count == length) {
            offsets[row] = mean;
            squares[row] = deviation;
            return;
        }
        int rest = length - count;
        double tailMean = tailSums[rest] / rest;
        double tailDeviation = Math.max(0, tailSquares[rest] - tailSums[rest] * tailMean);
        double gap = tailBase - values[start] + tailMean - mean;
        double share = (double) rest / length;
        offsets[row] = mean + gap * share;
        squares[row] = deviation + tailDeviation + gap * gap * count * share;
    }
}
