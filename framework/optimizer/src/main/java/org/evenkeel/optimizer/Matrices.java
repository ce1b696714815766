package org.evenkeel.optimizer;

import org.evenkeel.optimizer.OptimizerException.Reason;

/** Checks and small arithmetic on arrays. */
final class Matrices {
    private Matrices() {}

    /** Makes sure that a table has so many rows at the least, all of one length and of finite numbers. */
    static void requireTable(double[][] table, int minRows, String what) {
        if (table.length < minRows || table[0].length == 0) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "There are " + table.length + " rows of " + what + ": give " + minRows
                            + " or more, each with a value an asset.");
        }
        for (int row = 0; row < table.length; row++) {
            if (table[row].length != table[0].length) {
                throw new OptimizerException(
                        Reason.BAD_INPUT,
                        "Row " + row + " of the " + what + " has " + table[row].length + " values, row 0 has "
                                + table[0].length + ": give each row a value an asset.");
            }
            requireFinite(table[row], "row " + row + " of the " + what);
        }
    }

    /** Makes sure that all values are finite numbers. */
    static void requireFinite(double[] values, String where) {
        for (int asset = 0; asset < values.length; asset++) {
            if (!Double.isFinite(values[asset])) {
                throw new OptimizerException(
                        Reason.BAD_INPUT,
                        "The value of asset " + asset + " in " + where + " is " + values[asset]
                                + ": mend it, or leave the asset out.");
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
