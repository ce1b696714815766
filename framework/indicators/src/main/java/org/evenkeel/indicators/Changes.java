package org.evenkeel.indicators;

import java.util.Arrays;

/** Figures of how a price moves from row to row. A row has none where a NaN or an infinity enters its formula. */
public final class Changes {
    private Changes() {}

    /**
     * The relative change over so many rows, also called rate of change or simple return: x[i] / x[i−n] − 1.
     *
     * @param length n, 1 or more
     */
    public static double[] relative(double[] values, int length) {
        Lengths.check(length, 1, "A change");
        double[] result = new double[values.length];
        Arrays.setAll(
                result, row -> row < length ? Double.NaN : Lengths.finiteOrNaN(values[row] / values[row - length] - 1));
        return result;
    }

    /**
     * Wilder's relative strength index, 0 to 100: 100 · G / (G + L), G and L being Wilder's averages of the rises and
     * of the falls from row to row. The first is at row n. Where nothing has ever moved there is none. Source: J.
     * Welles Wilder, New Concepts in Technical Trading Systems, 1978.
     *
     * @param length n, 1 or more; Wilder took 14
     */
    public static double[] relativeStrength(double[] values, int length) {
        Lengths.check(length, 1, "A relative strength index");
        double[] rises = Smoothed.wilder(moves(values, 1), length);
        double[] falls = Smoothed.wilder(moves(values, -1), length);
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> 100 * rises[row] / (rises[row] + falls[row]));
        return result;
    }

    /** How far a value is from the one before it in a direction, 1 up or −1 down; 0 for a move in the other. */
    private static double[] moves(double[] values, int direction) {
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> row == 0 ? Double.NaN : Math.max(0, direction * (values[row] - values[row - 1])));
        return result;
    }

    /**
     * Wilder's true range: the range of a candle together with the close before it, max(high[i], close[i−1]) −
     * min(low[i], close[i−1]). The first row has none. Source: as for {@link #averageTrueRange}.
     *
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] trueRange(double[] highs, double[] lows, double[] closes) {
        if (highs.length != closes.length || lows.length != closes.length) {
            throw new IllegalArgumentException("A true range needs columns of one length, but there are " + highs.length
                    + " highs, " + lows.length + " lows and " + closes.length + " closes.");
        }
        double[] result = new double[closes.length];
        Arrays.setAll(
                result,
                row -> row == 0
                        ? Double.NaN
                        : Lengths.finiteOrNaN(
                                Math.max(highs[row], closes[row - 1]) - Math.min(lows[row], closes[row - 1])));
        return result;
    }

    /**
     * Wilder's average of the true range. The first is at row n. Source: J. Welles Wilder, New Concepts in Technical
     * Trading Systems, 1978.
     *
     * @param length n, 1 or more; Wilder took 14
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] averageTrueRange(double[] highs, double[] lows, double[] closes, int length) {
        return Smoothed.wilder(trueRange(highs, lows, closes), length);
    }
}
