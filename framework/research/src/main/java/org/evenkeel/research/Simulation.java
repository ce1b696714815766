package org.evenkeel.research;

/**
 * What came of orders. Everything is known after the trades of each row.
 *
 * @param prices what was traded at
 * @param account who traded
 * @param fills the trades
 * @param cash a column for each asset, or one where they share cash
 * @param held units of each asset
 */
public record Simulation(PriceTable prices, Account account, Fills fills, double[][] cash, double[][] held) {
    /** The value of what is held of an asset; its last price counts where it has none. A new array. */
    public double[] assetValue(int asset) {
        double[] value = new double[prices.rows()];
        double price = Double.NaN;
        for (int row = 0; row < value.length; row++) {
            double close = prices.closes()[asset][row];
            price = Double.isNaN(close) ? price : close;
            value[row] = held[asset][row] == 0 ? 0 : held[asset][row] * price;
        }
        return value;
    }

    /** The equity of one asset's own account: its cash and the value of what it holds. A new array. */
    public double[] equity(int asset) {
        if (account.shared()) {
            throw new IllegalStateException("The assets share their cash: ask for the equity of all.");
        }
        return sum(assetValue(asset), cash[asset]);
    }

    /** The equity of all. A new array. */
    public double[] equity() {
        double[] equity = new double[prices.rows()];
        for (double[] column : cash) {
            equity = sum(equity, column);
        }
        for (int asset = 0; asset < held.length; asset++) {
            equity = sum(equity, assetValue(asset));
        }
        return equity;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int row = 0; row < sum.length; row++) {
            sum[row] = a[row] + b[row];
        }
        return sum;
    }
}
