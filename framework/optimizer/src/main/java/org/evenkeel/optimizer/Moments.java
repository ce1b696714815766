package org.evenkeel.optimizer;

/** Sums over the rows of a table. */
final class Moments {
    private Moments() {}

    /** The table less its columns' means. */
    static double[][] centred(double[][] table) {
        double[] means = Returns.means(table);
        double[][] centred = new double[table.length][means.length];
        for (int row = 0; row < table.length; row++) {
            for (int i = 0; i < means.length; i++) {
                centred[row][i] = table[row][i] - means[i];
            }
        }
        return centred;
    }

    /** The products of each two columns, summed over the rows and divided. */
    static double[][] products(double[][] table, int divisor) {
        int columns = table[0].length;
        double[][] sums = new double[columns][columns];
        for (double[] row : table) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                sums[i][j] /= divisor;
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }
}
