package org.evenkeel.research;

/** The trades of a simulation, in the order they were made in. */
public final class Fills {
    private final OrderLog log;
    private final int[] orders;

    Fills(OrderLog log, int[] orders) {
        this.log = log;
        this.orders = orders;
    }

    /** How many there are. */
    public int count() {
        return orders.length;
    }

    /** Which order of the log a trade came of. */
    public int order(int trade) {
        return orders[trade];
    }

    /** In which row of the prices a trade was made. */
    public int row(int trade) {
        return log.row(orders[trade]);
    }

    /** Which asset was traded. */
    public int asset(int trade) {
        return log.asset(orders[trade]);
    }

    /** How much was bought; negative where it was sold. */
    public double quantity(int trade) {
        return log.filled(orders[trade]);
    }

    /** The price, slippage in. */
    public double price(int trade) {
        return log.price(orders[trade]);
    }

    /** The fee paid. */
    public double fee(int trade) {
        return log.fee(orders[trade]);
    }

    /** What the trade brought into the cash, fee off; negative where it took from it. */
    public double proceeds(int trade) {
        return -quantity(trade) * price(trade) - fee(trade);
    }

    /** Whether it sold the last unit that was held. */
    boolean closes(int trade) {
        return log.closes(orders[trade]);
    }

    /** Why it was made. */
    public OrderReason reason(int trade) {
        return log.reason(orders[trade]);
    }
}
