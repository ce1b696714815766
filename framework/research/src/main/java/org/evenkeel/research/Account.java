package org.evenkeel.research;

/**
 * Who trades: how much money there is at the start, and what a trade costs.
 *
 * @param cash in all, above 0; each asset brings an equal share of it into the {@link Books book} that it trades from
 * @param costs what a trade costs
 */
public record Account(double cash, Costs costs) {
    /**
     * @throws IllegalArgumentException when the cash is not above 0
     */
    public Account {
        if (!(cash > 0 && cash < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The cash at the start is " + cash + ": give an amount above 0.");
        }
    }

    /** With a fee on top of a trade's value, the same for all assets. */
    public static Account of(double cash, double fee) {
        return new Account(cash, Costs.onTop(fee));
    }
}
