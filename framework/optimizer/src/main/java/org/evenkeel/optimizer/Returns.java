package org.evenkeel.optimizer;

import org.evenkeel.optimizer.OptimizerException.Reason;

/** Returns of prices. Tables are {@code [time][asset]}, oldest first. */
public final class Returns {
    private Returns() {}

    /**
     * Simple returns, price / price before − 1.
     *
     * @param prices two or more rows, above 0
     * @return a row less than there are prices
     * @throws OptimizerException when rows are missing or differ in length, or a price is not a positive number
     */
    public static double[][] simple(double[][] prices) {
        Matrices.requireTable(prices, 2, "prices");
        double[][] returns = new double[prices.length - 1][prices[0].length];
        for (int row = 0; row < prices.length; row++) {
            for (int asset = 0; asset < prices[row].length; asset++) {
                requirePositive(prices[row][asset], row, asset);
                if (row > 0) {
                    returns[row - 1][asset] = prices[row][asset] / prices[row - 1][asset] - 1;
                }
            }
        }
        return returns;
    }

    private static void requirePositive(double price, int row, int asset) {
        if (!(price > 0)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "The price of asset " + asset + " in row " + row + " is " + price
                            + ": prices are above 0. Mend it, or leave the asset out.");
        }
    }

    /**
     * The arithmetic mean of each asset's returns.
     *
     * @param returns one or more rows
     * @throws OptimizerException when rows are missing or differ in length, or a return is not finite
     */
    public static double[] means(double[][] returns) {
        Matrices.requireTable(returns, 1, "returns");
        double[] means = new double[returns[0].length];
        for (double[] row : returns) {
            for (int asset = 0; asset < means.length; asset++) {
                means[asset] += row[asset] / returns.length;
            }
        }
        return means;
    }
}
