package org.evenkeel.indicators;

/** Where one column crosses another. A row has no crossing where one of the two has no value at it or the row before. */
public final class Crossings {
    private Crossings() {}

    /**
     * Both at once: 1 where a column crosses {@link #above} another, -1 where it crosses {@link #below} it, else 0.
     *
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] of(double[] first, double[] second) {
        requireSame(first, second);
        double[] crosses = new double[first.length];
        for (int row = 1; row < first.length; row++) {
            if (first[row] > second[row]) {
                crosses[row] = first[row - 1] <= second[row - 1] ? 1 : 0;
            } else if (first[row] < second[row]) {
                crosses[row] = first[row - 1] >= second[row - 1] ? -1 : 0;
            }
        }
        return crosses;
    }

    /**
     * Where a column crosses above another: above it now, and at it or below it a row before.
     *
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static boolean[] above(double[] first, double[] second) {
        requireSame(first, second);
        boolean[] crosses = new boolean[first.length];
        for (int row = 1; row < first.length; row++) {
            crosses[row] = first[row] > second[row] && first[row - 1] <= second[row - 1];
        }
        return crosses;
    }

    /**
     * Where a column crosses below another: below it now, and at it or above it a row before.
     *
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static boolean[] below(double[] first, double[] second) {
        return above(second, first);
    }

    private static void requireSame(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Columns of " + first.length + " and of " + second.length
                    + " values cannot cross: give columns of one length.");
        }
    }
}
