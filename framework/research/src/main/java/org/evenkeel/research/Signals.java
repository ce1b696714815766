package org.evenkeel.research;

import java.util.Arrays;

/** Simulates entries with all the cash and exits of all that is held. */
public final class Signals {
    private Signals() {}

    /**
     * Buys with all of an asset's cash where there is an entry and nothing is held, and sells all where there is an exit.
     * Where both come in one row neither counts.
     *
     * @param prices what is traded at, at the close of the signal's row
     * @param entries a column for each asset with a word for each row
     * @param exits the same
     * @param account who trades; each asset for itself
     * @throws IllegalArgumentException when the columns do not fit the prices, or the account is shared
     */
    public static Simulation simulate(PriceTable prices, boolean[][] entries, boolean[][] exits, Account account) {
        if (account.shared()) {
            throw new IllegalArgumentException(
                    "Entries with all cash need an account for each asset: use Account.each.");
        }
        if (entries.length != prices.closes().length || exits.length != entries.length) {
            throw new IllegalArgumentException(
                    "The entries and exits must have a column for each of the " + prices.closes().length + " assets.");
        }
        double[][] sizes = new double[entries.length][];
        for (int asset = 0; asset < sizes.length; asset++) {
            sizes[asset] = sizes(prices.closes()[asset], entries[asset], exits[asset]);
        }
        return Orders.simulate(prices, sizes, SizeType.PERCENT, account);
    }

    private static double[] sizes(double[] closes, boolean[] entries, boolean[] exits) {
        if (entries.length != closes.length || exits.length != closes.length) {
            throw new IllegalArgumentException(
                    "Entries and exits must have one word for each of the " + closes.length + " rows.");
        }
        double[] sizes = new double[closes.length];
        Arrays.fill(sizes, Double.NaN);
        boolean in = false;
        for (int row = 0; row < closes.length; row++) {
            boolean acts = entries[row] != exits[row] && !Double.isNaN(closes[row]) && in == exits[row];
            if (acts) {
                in = entries[row];
                sizes[row] = in ? 1 : -1;
            }
        }
        return sizes;
    }

    /** Where a column crosses above another one: above it now, and at it or below it a row before; false at gaps. */
    public static boolean[] crossesAbove(double[] fast, double[] slow) {
        boolean[] crosses = new boolean[fast.length];
        for (int row = 1; row < fast.length; row++) {
            crosses[row] = fast[row] > slow[row] && fast[row - 1] <= slow[row - 1];
        }
        return crosses;
    }
}
