package org.evenkeel.research;

/** Carries out entries, exits and the stops between them. */
final class SignalRun {
    private final SignalOrders orders;
    private final Wallet wallet;
    private final RowOrders rowOrders;
    private final Sizing entry;
    private final Sizing exit = new Sizing(SizeType.TARGET_AMOUNT, Valuation.MID);
    private final StopWatch stops;

    private SignalRun(PriceTable prices, SignalOrders orders, Account account) {
        this.orders = orders;
        wallet = new Wallet(prices, orders.books(), account);
        rowOrders = new RowOrders(wallet, orders.books().order());
        entry = new Sizing(orders.size().type(), Valuation.MID);
        stops = new StopWatch(orders.stops(), wallet);
    }

    static Wallet run(PriceTable prices, SignalOrders orders, Account account) {
        Tables.require("entries", orders.entries().length, asset -> orders.entries()[asset].length, prices);
        Tables.require("exits", orders.exits().length, asset -> orders.exits()[asset].length, prices);
        double[][] sizes = orders.size().sizes();
        if (!orders.size().isOne()) {
            Tables.require("sizes", sizes.length, asset -> sizes[asset].length, prices);
        }
        return new SignalRun(prices, orders, account).run();
    }

    private Wallet run() {
        for (int row = 0; row < wallet.prices.rows(); row++) {
            stops.check(row);
            wallet.begin(row);
            for (int asset = 0; asset < wallet.assets(); asset++) {
                signal(row, asset);
            }
            rowOrders.carryOut(row);
            stops.note();
            wallet.end(row);
        }
        return wallet;
    }

    private void signal(int row, int asset) {
        boolean enters = orders.entries()[asset][row];
        if (enters == orders.exits()[asset][row]) {
            return;
        }
        boolean in = wallet.held[asset] > 0;
        if (enters && (!in || orders.size().accumulate())) {
            rowOrders.ask(row, asset, entry, orders.size().at(asset, row), OrderReason.ENTRY);
        } else if (!enters && in) {
            rowOrders.ask(row, asset, exit, 0, OrderReason.EXIT);
        }
    }
}
