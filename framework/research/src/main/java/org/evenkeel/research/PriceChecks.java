package org.evenkeel.research;

import java.util.List;

/** What columns of prices must be, told with the asset and row where they are not. */
final class PriceChecks {
    private final List<String> assets;
    private final int rows;

    PriceChecks(List<String> assets, int rows) {
        this.assets = assets;
        this.rows = rows;
    }

    void closes(double[][] closes) {
        columns("closes", closes);
    }

    void marks(double[][] marks) {
        columns("marks", marks);
    }

    void ranges(double[][] closes, PriceTable.Ranges ranges) {
        columns("opens", ranges.opens());
        columns("highs", ranges.highs());
        columns("lows", ranges.lows());
        for (int asset = 0; asset < closes.length; asset++) {
            for (int row = 0; row < rows; row++) {
                double sum = ranges.opens()[asset][row] + ranges.highs()[asset][row] + ranges.lows()[asset][row];
                if (Double.isNaN(sum) && !Double.isNaN(closes[asset][row])) {
                    throw new IllegalArgumentException(assets.get(asset) + " has a close in row " + row
                            + " but not an open, a high and a low: give all four, or closes alone.");
                }
            }
        }
    }

    private void columns(String what, double[][] columns) {
        if (columns.length != assets.size()) {
            throw new IllegalArgumentException(
                    "There are " + columns.length + " columns of " + what + " for " + assets.size() + " assets.");
        }
        for (int asset = 0; asset < columns.length; asset++) {
            column(what, assets.get(asset), columns[asset]);
        }
    }

    private void column(String what, String asset, double[] column) {
        if (column.length != rows) {
            throw new IllegalArgumentException(asset + " has " + column.length + " " + what + " for " + rows
                    + " times: give one for each, NaN for none.");
        }
        for (int row = 0; row < rows; row++) {
            if (column[row] <= 0 || column[row] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(asset + " has the price " + column[row] + " among its " + what
                        + " in row " + row + ": a price is above 0, or NaN for none.");
            }
        }
    }
}
