package org.evenkeel.research;

import java.util.List;

/**
 * Closes of several assets at the same times.
 *
 * @param assets their names
 * @param times rising, in epoch milliseconds
 * @param closes a column for each asset with a price for each time, above 0; NaN where an asset has none, as before its
 *     first. The arrays are shared, not copied
 */
public record PriceTable(List<String> assets, long[] times, double[][] closes) {
    /**
     * @throws IllegalArgumentException when the columns do not fit the names and times, times do not rise, or a price is
     *     not above 0
     */
    public PriceTable {
        assets = List.copyOf(assets);
        if (closes.length != assets.size()) {
            throw new IllegalArgumentException(
                    "There are " + closes.length + " columns of prices for " + assets.size() + " assets.");
        }
        for (int row = 1; row < times.length; row++) {
            if (times[row] <= times[row - 1]) {
                throw new IllegalArgumentException(
                        "Times must rise, but row " + row + " does not come after the one before.");
            }
        }
        for (int asset = 0; asset < closes.length; asset++) {
            check(assets.get(asset), closes[asset], times.length);
        }
    }

    private static void check(String asset, double[] column, int rows) {
        if (column.length != rows) {
            throw new IllegalArgumentException(asset + " has " + column.length + " prices for " + rows
                    + " times: give one for each, NaN for none.");
        }
        for (int row = 0; row < rows; row++) {
            if (column[row] <= 0 || column[row] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(asset + " has the price " + column[row] + " in row " + row
                        + ": a price is above 0, or NaN for none.");
            }
        }
    }

    /** How many times there are. */
    public int rows() {
        return times.length;
    }
}
