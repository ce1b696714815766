package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * Wilder's directional movement, each from 0 to 100. Source: J. Welles Wilder, New Concepts in Technical Trading
 * Systems, 1978; as everywhere here, an average begins with the mean of its first n values, where Wilder began with a
 * sum.
 *
 * @param plus +DI: 100 · average of the upward movements / average true range; the first is at row n
 * @param minus −DI: the same of the downward movements
 * @param adx the average of 100 · |plus − minus| / (plus + minus); the first is at row 2n − 1
 */
public record Directional(double[] plus, double[] minus, double[] adx) {
    /**
     * All three columns.
     *
     * @param length n of Wilder's averages, 1 or more; Wilder took 14
     */
    public static Directional of(Prices prices, int length) {
        double[] ranges = Changes.averageTrueRange(prices.highs(), prices.lows(), prices.closes(), length);
        double[] plus = share(moves(prices.highs(), prices.lows(), 1), ranges, length);
        double[] minus = share(moves(prices.lows(), prices.highs(), -1), ranges, length);
        double[] strength = new double[prices.rows()];
        Arrays.setAll(strength, row -> {
            double sum = plus[row] + minus[row];
            return sum == 0 ? 0 : 100 * Math.abs(plus[row] - minus[row]) / sum;
        });
        return new Directional(plus, minus, Smoothed.wilder(strength, length));
    }

    /** How far a line moved outward, where it moved further than the other one did its own way; else 0. */
    private static double[] moves(double[] line, double[] other, int direction) {
        double[] result = new double[line.length];
        Arrays.setAll(result, row -> {
            if (row == 0) {
                return Double.NaN;
            }
            double out = direction * (line[row] - line[row - 1]);
            double against = -direction * (other[row] - other[row - 1]);
            return Double.isNaN(out + against) ? Double.NaN : out > against && out > 0 ? out : 0;
        });
        return result;
    }

    private static double[] share(double[] moves, double[] ranges, int length) {
        double[] average = Smoothed.wilder(moves, length);
        double[] result = new double[moves.length];
        Arrays.setAll(result, row -> Lengths.finiteOrNaN(100 * (average[row] / ranges[row])));
        return result;
    }
}
