package org.evenkeel.research;

/**
 * Orders by size.
 *
 * @param sizes a column for each asset with a size for each row; NaN for no order. The arrays are shared, not copied
 * @param type what the sizes say
 * @param valuation what values are in them
 * @param books which assets share cash
 */
public record SizedOrders(double[][] sizes, SizeType type, Valuation valuation, Books books) implements OrderTable {
    /** Values at mid price, a book for each asset. */
    public static SizedOrders of(double[][] sizes, SizeType type) {
        return new SizedOrders(sizes, type, Valuation.MID, Books.OWN);
    }

    /** The same orders, with another meaning of values. */
    public SizedOrders with(Valuation changed) {
        return new SizedOrders(sizes, type, changed, books);
    }

    /** The same orders, from other books. */
    public SizedOrders with(Books changed) {
        return new SizedOrders(sizes, type, valuation, changed);
    }
}
