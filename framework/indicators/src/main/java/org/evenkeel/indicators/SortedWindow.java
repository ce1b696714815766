package org.evenkeel.indicators;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The values of a moving window in order: counts by number in a Fenwick tree, numbers being places in the column. */
final class SortedWindow {
    /** What is asked of the window that ends at a row. */
    interface Figure {
        double of(SortedWindow window, int row);
    }

    private final double[] sorted;
    /** For each row its value's place among the distinct ones of the column, from 1; 0 where it is none. */
    private final int[] numbers;

    private final int[] counts;
    private final int highest;

    private SortedWindow(double[] values) {
        sorted = DoubleStream.of(values)
                .filter(Double::isFinite)
                .map(value -> value + 0.0) // −0 is 0
                .sorted()
                .distinct()
                .toArray();
        numbers = new int[values.length];
        Arrays.setAll(
                numbers, row -> Double.isFinite(values[row]) ? Arrays.binarySearch(sorted, values[row] + 0.0) + 1 : 0);
        counts = new int[sorted.length + 1];
        highest = Integer.highestOneBit(Math.max(1, sorted.length));
    }

    /** A figure of each window that is full of finite values; NaN at the others. */
    static double[] over(double[] values, int length, Figure figure) {
        double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        SortedWindow window = new SortedWindow(values);
        int known = 0;
        for (int row = 0; row < values.length; row++) {
            known += window.add(window.numbers[row], 1);
            known -= row >= length ? window.add(window.numbers[row - length], -1) : 0;
            if (known == length) {
                result[row] = figure.of(window, row);
            }
        }
        return result;
    }

    private int add(int number, int change) {
        for (int at = number; at > 0 && at < counts.length; at += at & -at) {
            counts[at] += change;
        }
        return number > 0 ? 1 : 0;
    }

    private int count(int upTo) {
        int sum = 0;
        for (int at = upTo; at > 0; at -= at & -at) {
            sum += counts[at];
        }
        return sum;
    }

    /** How many values of the window are below that of a row. */
    int below(int row) {
        return count(numbers[row] - 1);
    }

    /** How many values of the window are at or below that of a row. */
    int atOrBelow(int row) {
        return count(numbers[row]);
    }

    /** The value at a place of the window in order, from 0. */
    double value(int place) {
        int at = 0;
        int rest = place + 1;
        for (int step = highest; step > 0; step >>= 1) {
            if (at + step < counts.length && counts[at + step] < rest) {
                at += step;
                rest -= counts[at];
            }
        }
        return sorted[at];
    }
}
