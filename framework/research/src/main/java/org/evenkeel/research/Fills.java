package org.evenkeel.research;

import java.util.Arrays;

/** The trades of a simulation, as columns in the order they were made in. */
public final class Fills {
    private static final int FIRST = 64;

    private int[] rows = new int[FIRST];
    private int[] assets = new int[FIRST];
    private double[] quantities = new double[FIRST];
    private double[] prices = new double[FIRST];
    private double[] fees = new double[FIRST];
    private int count;

    Fills() {}

    void add(int row, int asset, double quantity, double price, double fee) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            assets = Arrays.copyOf(assets, 2 * count);
            quantities = Arrays.copyOf(quantities, 2 * count);
            prices = Arrays.copyOf(prices, 2 * count);
            fees = Arrays.copyOf(fees, 2 * count);
        }
        rows[count] = row;
        assets[count] = asset;
        quantities[count] = quantity;
        prices[count] = price;
        fees[count++] = fee;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** In which row of the prices a trade was made. */
    public int row(int trade) {
        return rows[trade];
    }

    /** Which asset was traded. */
    public int asset(int trade) {
        return assets[trade];
    }

    /** How much was bought; negative where it was sold. */
    public double quantity(int trade) {
        return quantities[trade];
    }

    /** The price. */
    public double price(int trade) {
        return prices[trade];
    }

    /** The fee paid. */
    public double fee(int trade) {
        return fees[trade];
    }
}
