package org.evenkeel.research;

/** Carries out orders by size. */
final class SizedRun {
    private SizedRun() {}

    static Wallet run(PriceTable prices, SizedOrders orders, Account account) {
        Tables.require("sizes", orders.sizes().length, asset -> orders.sizes()[asset].length, prices);
        Wallet wallet = new Wallet(prices, orders.books(), account);
        RowOrders row = new RowOrders(wallet, orders.books().order());
        Sizing sizing = new Sizing(orders.type(), orders.valuation());
        for (int i = 0; i < prices.rows(); i++) {
            wallet.begin(i);
            for (int asset = 0; asset < wallet.assets(); asset++) {
                row.ask(i, asset, sizing, orders.sizes()[asset][i], OrderReason.SIZE);
            }
            row.carryOut(i);
            wallet.end(i);
        }
        return wallet;
    }
}
