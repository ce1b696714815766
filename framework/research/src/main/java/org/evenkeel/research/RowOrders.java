package org.evenkeel.research;

import java.util.Arrays;
import java.util.Comparator;

/** The orders of one row: first what each asks for, then in which order they are carried out. */
final class RowOrders {
    /** A change of less than this share of a holding is rounding. */
    private static final double ROUNDING = 1e-12;

    private final Wallet wallet;
    private final CallOrder order;
    private final Comparator<Integer> byValue;
    private final Integer[] sequence;
    private final double[] changes;
    private final OrderReason[] reasons;
    private final double[] wantedOf;
    private int count;

    RowOrders(Wallet wallet, CallOrder order) {
        this.wallet = wallet;
        this.order = order;
        sequence = new Integer[wallet.assets()];
        changes = new double[wallet.assets()];
        reasons = new OrderReason[wallet.assets()];
        wantedOf = new double[wallet.cash.length];
        byValue = Comparator.comparingDouble(asset -> changes[asset] * wallet.mids[asset]);
    }

    /** An asset's order at a row; a size of NaN is none. All orders of a row are asked for before it is carried out. */
    void ask(int row, int asset, Sizing sizing, double size, OrderReason reason) {
        if (Double.isNaN(size)) {
            return;
        }
        if (Double.isNaN(wallet.prices.closes()[asset][row])) {
            wallet.log.add(row, asset, Double.NaN, reason, OrderOutcome.NO_PRICE);
            return;
        }
        double change = sizing.change(wallet, asset, size);
        if (Math.abs(change) <= ROUNDING * (sizing.isTarget() ? wallet.held[asset] : 0)) {
            wallet.log.add(row, asset, 0, reason, OrderOutcome.UNCHANGED);
            return;
        }
        sequence[count++] = asset;
        changes[asset] = change;
        reasons[asset] = reason;
    }

    /** Makes the trades. */
    void carryOut(int row) {
        switch (order) {
            case GIVEN -> inSequence(row);
            case SELLS_FIRST -> {
                Arrays.sort(sequence, 0, count, byValue);
                inSequence(row);
            }
            case BUYS_SCALED -> scaled(row);
        }
        count = 0;
    }

    private void inSequence(int row) {
        for (int i = 0; i < count; i++) {
            int asset = sequence[i];
            if (changes[asset] < 0) {
                sell(row, asset);
            } else {
                wallet.buy(row, asset, changes[asset], Double.POSITIVE_INFINITY, reasons[asset]);
            }
        }
    }

    private void scaled(int row) {
        Arrays.fill(wantedOf, 0);
        for (int i = 0; i < count; i++) {
            int asset = sequence[i];
            if (changes[asset] < 0) {
                sell(row, asset);
            } else {
                wantedOf[wallet.bookOf[asset]] += changes[asset] * wallet.unitCost(asset);
            }
        }
        for (int book = 0; book < wantedOf.length; book++) {
            wantedOf[book] = Math.min(1, wallet.cash[book] / wantedOf[book]);
        }
        for (int i = 0; i < count; i++) {
            int asset = sequence[i];
            if (changes[asset] > 0) {
                double most = changes[asset] * wallet.unitCost(asset) * wantedOf[wallet.bookOf[asset]];
                wallet.buy(row, asset, changes[asset], most, reasons[asset]);
            }
        }
    }

    private void sell(int row, int asset) {
        wallet.sell(row, asset, -changes[asset], wallet.mids[asset], reasons[asset]);
    }
}
