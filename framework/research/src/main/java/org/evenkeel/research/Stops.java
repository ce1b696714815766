package org.evenkeel.research;

/**
 * When a position is sold between signals, as factors of a price: begin with one and add the others, as in
 * {@code Stops.loss(0.9).withTakeProfit(1.2)}. The entry price is the mid price paid for, averaged by quantity, without
 * fees and slippage; a later buy moves the stops with it.
 *
 * @param loss factor of the entry price at or under which it is sold (0.66 sells at −34 %); 0 for none
 * @param takeProfit factor of the entry price at or over which it is sold; infinite for none
 * @param trailing factor of the highest price since entry at or under which it is sold; 0 for none
 */
public record Stops(double loss, double takeProfit, double trailing) {
    /** No stop at all. */
    public static final Stops NONE = new Stops(0, Double.POSITIVE_INFINITY, 0);

    /**
     * @throws IllegalArgumentException when a stop is not from 0 to below 1, or the take profit not above 1
     */
    public Stops {
        requireStop("stop loss", loss);
        requireStop("trailing stop", trailing);
        if (!(takeProfit > 1)) {
            throw new IllegalArgumentException("A take profit of " + takeProfit
                    + " times the entry price would sell at once: give a factor above 1, as 1.05 for +5 %.");
        }
    }

    private static void requireStop(String what, double factor) {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("A " + what + " of " + factor
                    + " times the price is none: give a factor between 0 and 1, as 0.66 for −34 %.");
        }
    }

    /** Only a stop loss. */
    public static Stops loss(double factor) {
        return NONE.withLoss(factor);
    }

    /** Only a take profit. */
    public static Stops takeProfit(double factor) {
        return NONE.withTakeProfit(factor);
    }

    /** Only a trailing stop. */
    public static Stops trailing(double factor) {
        return NONE.withTrailing(factor);
    }

    /** These with another stop loss. */
    public Stops withLoss(double factor) {
        return new Stops(factor, takeProfit, trailing);
    }

    /** These with another take profit. */
    public Stops withTakeProfit(double factor) {
        return new Stops(loss, factor, trailing);
    }

    /** These with another trailing stop. */
    public Stops withTrailing(double factor) {
        return new Stops(loss, takeProfit, factor);
    }

    /** Whether there is nothing to watch for. */
    public boolean isNone() {
        return equals(NONE);
    }
}
