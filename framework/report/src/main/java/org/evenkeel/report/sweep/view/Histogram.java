package org.evenkeel.report.sweep.view;

import java.util.Arrays;

/**
 * How many values lie in each of some bins of one width, one of whose edges is 0.
 *
 * @param edges the lower edge of each bin, and the upper of the last
 * @param counts how many values lie at or above a bin's lower edge and below its upper one
 */
record Histogram(double[] edges, long[] counts) {
    private static final double MOST_BINS = 40;
    private static final double[] WIDTHS = {0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10};

    /** The histogram of finite values, of which there is at least one. */
    static Histogram of(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double width = Arrays.stream(WIDTHS)
                .filter(candidate -> (high - low) / candidate <= MOST_BINS)
                .findFirst()
                .orElse((high - low) / MOST_BINS);
        long first = (long) Math.floor(low / width);
        long last = (long) Math.floor(high / width);
        double[] edges = new double[(int) (last - first) + 2];
        Arrays.setAll(edges, bin -> (first + bin) * width);
        long[] counts = new long[edges.length - 1];
        for (double value : values) {
            counts[(int) ((long) Math.floor(value / width) - first)]++;
        }
        return new Histogram(edges, counts);
    }
}
