package org.evenkeel.market;

/**
 * Catches an indicator that looks into the future. It is handed whole columns, for speed, so nothing but its own code
 * keeps it from reading later rows. Computed again on the first half of the candles it must give the same values.
 */
final class LookAheadCheck {
    /** As a share of the column's largest value: sums may be taken in another order on a shorter column. */
    private static final double TOLERANCE = 1e-9;

    private LookAheadCheck() {}

    /**
     * @param column what the indicator gave on all candles
     * @throws IllegalArgumentException when it gives other values, or fails, where there are fewer candles after a row
     */
    static void check(Indicator indicator, TradingPair pair, Candles candles, double[] column) {
        int rows = candles.size() / 2;
        if (rows == 0) {
            return;
        }
        double[] known = compute(indicator, pair, candles.rows(0, rows));
        double tolerance = TOLERANCE * largest(column, rows);
        for (int row = 0; row < rows; row++) {
            if (!(row < known.length && same(column[row], known[row], tolerance))) {
                throw new IllegalArgumentException("Indicator " + indicator
                        + " looks ahead: its value for the candle of "
                        + pair + " at " + candles.candle(row).openTime() + " is " + column[row] + ", but "
                        + (row < known.length ? known[row] : "missing") + " when the candles end at "
                        + candles.candle(rows - 1).closeTime() + ". A value may depend on its own row and the rows "
                        + "before it only.");
            }
        }
    }

    private static double[] compute(Indicator indicator, TradingPair pair, Candles candles) {
        try {
            return indicator.compute(candles);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator + " fails on the first " + candles.size() + " candles of " + pair
                            + ", though not on all: it must give NaN where it has too few. " + e,
                    e);
        }
    }

    private static double largest(double[] column, int rows) {
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            double size = Math.abs(column[row]);
            largest = size > largest && size < Double.POSITIVE_INFINITY ? size : largest;
        }
        return largest;
    }

    private static boolean same(double one, double other, double tolerance) {
        return Double.compare(one, other) == 0 || Math.abs(one - other) <= tolerance;
    }
}
