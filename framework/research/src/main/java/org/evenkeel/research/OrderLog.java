package org.evenkeel.research;

import java.util.Arrays;
import java.util.BitSet;

/** Everything that was ordered and what became of it, as columns in the order it was carried out in. */
public final class OrderLog {
    private static final int FIRST = 64;

    private int[] rows = new int[FIRST];
    private int[] assets = new int[FIRST];
    private double[] asked = new double[FIRST];
    private double[] filled = new double[FIRST];
    private double[] prices = new double[FIRST];
    private double[] fees = new double[FIRST];
    private byte[] reasons = new byte[FIRST];
    private byte[] outcomes = new byte[FIRST];
    private final BitSet closing = new BitSet();
    private int count;

    private static final OrderReason[] REASONS = OrderReason.values();
    private static final OrderOutcome[] OUTCOMES = OrderOutcome.values();

    OrderLog() {}

    /** Adds an order that came to nothing. */
    void add(int row, int asset, double wanted, OrderReason reason, OrderOutcome outcome) {
        if (count == rows.length) {
            grow(2 * count);
        }
        rows[count] = row;
        assets[count] = asset;
        asked[count] = wanted;
        reasons[count] = (byte) reason.ordinal();
        outcomes[count] = (byte) outcome.ordinal();
        prices[count] = Double.NaN;
        count++;
    }

    /** Says what the order added last was filled with. */
    void fill(double quantity, double price, double fee) {
        filled[count - 1] = quantity;
        prices[count - 1] = price;
        fees[count - 1] = fee;
    }

    /** Says that the order added last sold the last unit held. */
    void close() {
        closing.set(count - 1);
    }

    boolean closes(int order) {
        return closing.get(order);
    }

    private void grow(int size) {
        rows = Arrays.copyOf(rows, size);
        assets = Arrays.copyOf(assets, size);
        asked = Arrays.copyOf(asked, size);
        filled = Arrays.copyOf(filled, size);
        prices = Arrays.copyOf(prices, size);
        fees = Arrays.copyOf(fees, size);
        reasons = Arrays.copyOf(reasons, size);
        outcomes = Arrays.copyOf(outcomes, size);
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** In which row of the prices an order was made. */
    public int row(int order) {
        return rows[order];
    }

    /** Which asset it is for. */
    public int asset(int order) {
        return assets[order];
    }

    /** How many units were asked for; negative to sell; NaN where that could not be told for want of a price. */
    public double asked(int order) {
        return asked[order];
    }

    /** How many units were bought; negative where they were sold; 0 where the order came to nothing. */
    public double filled(int order) {
        return filled[order];
    }

    /** The price of the trade, slippage in; NaN where there was none. */
    public double price(int order) {
        return prices[order];
    }

    /** The fee paid. */
    public double fee(int order) {
        return fees[order];
    }

    /** Why it was made. */
    public OrderReason reason(int order) {
        return REASONS[reasons[order]];
    }

    /** What became of it. */
    public OrderOutcome outcome(int order) {
        return OUTCOMES[outcomes[order]];
    }

    /** The trades: the orders that were carried out, in whole or in part. */
    Fills fills() {
        int[] trades = new int[count];
        int made = 0;
        for (int order = 0; order < count; order++) {
            trades[made] = order;
            made += filled[order] == 0 ? 0 : 1;
        }
        return new Fills(this, Arrays.copyOf(trades, made));
    }
}
