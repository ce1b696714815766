package org.evenkeel.research;

/**
 * Who trades, and how.
 *
 * @param cash at the start: of each asset, or of all together where they share it
 * @param fee what a trade costs on top of its value, as a fraction (0.001 is 0.1 %)
 * @param shared whether the assets share one cash
 * @param order in which order the orders of a row are carried out where they do
 */
public record Account(double cash, double fee, boolean shared, CallOrder order) {
    /**
     * @throws IllegalArgumentException when the cash is not above 0 or the fee is below 0 or not below 1
     */
    public Account {
        if (!(cash > 0 && cash < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The cash at the start is " + cash + ": give an amount above 0.");
        }
        if (!(fee >= 0 && fee < 1)) {
            throw new IllegalArgumentException("The fee is " + fee + ": give a fraction from 0 on and below 1.");
        }
    }

    /** One of its own for each asset. */
    public static Account each(double cash, double fee) {
        return new Account(cash, fee, false, CallOrder.GIVEN);
    }

    /** One that all assets share. */
    public static Account shared(double cash, double fee, CallOrder order) {
        return new Account(cash, fee, true, order);
    }
}
