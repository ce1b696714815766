package org.evenkeel.research;

import java.util.function.IntPredicate;

/**
 * Finds out rules that look into the future: on a table that ends early, a rule must order the same up to that end as it
 * does on the whole one.
 */
public final class LookAhead {
    /** As a share of a size: sums may be taken in another order on a shorter table. */
    private static final double TOLERANCE = 1e-9;

    /** Tables are cut after so many parts of this many. */
    private static final int PARTS = 8;

    private LookAhead() {}

    /**
     * Makes sure that a rule does not look ahead, as far as some cuts through the prices tell.
     *
     * @throws IllegalArgumentException when it does, naming the asset and the row
     */
    public static void require(Vectorised rule, PriceTable prices) {
        OrderTable whole = rule.orders(prices);
        int before = 0;
        for (int part = 1; part < PARTS; part++) {
            int rows = (int) ((long) prices.rows() * part / PARTS);
            if (rows > before) {
                compare(whole, rule.orders(prices.first(rows)), prices, rows);
                before = rows;
            }
        }
    }

    private static void compare(OrderTable whole, OrderTable part, PriceTable prices, int rows) {
        switch (whole) {
            case SizedOrders all
            when part instanceof SizedOrders some -> {
                for (int asset = 0; asset < prices.assets().size(); asset++) {
                    double[] known = all.sizes()[asset];
                    double[] cut = some.sizes()[asset];
                    check(prices, asset, rows, row -> same(known[row], cut[row]));
                }
            }
            case SignalOrders all
            when part instanceof SignalOrders some -> {
                for (int asset = 0; asset < prices.assets().size(); asset++) {
                    boolean[] entries = all.entries()[asset];
                    boolean[] exits = all.exits()[asset];
                    boolean[] cutEntries = some.entries()[asset];
                    boolean[] cutExits = some.exits()[asset];
                    check(prices, asset, rows, row -> entries[row] == cutEntries[row] && exits[row] == cutExits[row]);
                    int of = asset;
                    check(
                            prices,
                            asset,
                            rows,
                            row -> same(all.size().at(of, row), some.size().at(of, row)));
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "The rule gives orders of another kind on the first " + rows + " rows than on all.");
        }
    }

    private static void check(PriceTable prices, int asset, int rows, IntPredicate same) {
        for (int row = 0; row < rows; row++) {
            if (!same.test(row)) {
                throw new IllegalArgumentException("The rule looks ahead: what it orders of "
                        + prices.assets().get(asset) + " in row " + row + " is another thing when the prices end after "
                        + rows + " rows than when they go on to " + prices.rows()
                        + ". An order may follow from its own row and the rows before it only.");
            }
        }
    }

    private static boolean same(double one, double other) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }
}
