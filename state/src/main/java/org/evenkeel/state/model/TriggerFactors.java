package org.evenkeel.state.model;

import java.util.OptionalDouble;

/**
 * When a position is to be sold between decisions, as factors of a price: begin with one trigger and add the others, as
 * in {@code TriggerFactors.stopLoss(0.66).withTakeProfit(1.05)}.
 *
 * @param stopLoss factor of the entry price at or under which it is sold: 0.66 sells at −34 %
 * @param takeProfit factor of the entry price at or over which it is sold: 1.05 sells at +5 %
 * @param trailingStop factor of the highest price since entry at or under which it is sold
 */
public record TriggerFactors(OptionalDouble stopLoss, OptionalDouble takeProfit, OptionalDouble trailingStop) {
    /** No trigger at all. */
    public static final TriggerFactors NONE =
            new TriggerFactors(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * @throws IllegalArgumentException when a stop is not in (0, 1), or a take profit is not above 1
     */
    public TriggerFactors {
        stopLoss.ifPresent(factor -> requireStop(factor, "stop loss"));
        trailingStop.ifPresent(factor -> requireStop(factor, "trailing stop"));
        takeProfit.ifPresent(factor -> {
            if (!(factor > 1 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A take profit of " + factor
                        + " times the entry price would sell at once: give a factor above 1, as 1.05 for +5 %.");
            }
        });
    }

    /** Only a stop loss. */
    public static TriggerFactors stopLoss(double factor) {
        return NONE.withStopLoss(factor);
    }

    /** Only a take profit. */
    public static TriggerFactors takeProfit(double factor) {
        return NONE.withTakeProfit(factor);
    }

    /** Only a trailing stop. */
    public static TriggerFactors trailingStop(double factor) {
        return NONE.withTrailingStop(factor);
    }

    /** These triggers with another stop loss. */
    public TriggerFactors withStopLoss(double factor) {
        return new TriggerFactors(OptionalDouble.of(factor), takeProfit, trailingStop);
    }

    /** These triggers with another take profit. */
    public TriggerFactors withTakeProfit(double factor) {
        return new TriggerFactors(stopLoss, OptionalDouble.of(factor), trailingStop);
    }

    /** These triggers with another trailing stop. */
    public TriggerFactors withTrailingStop(double factor) {
        return new TriggerFactors(stopLoss, takeProfit, OptionalDouble.of(factor));
    }

    /** Whether there is nothing to watch for. */
    public boolean isNone() {
        return stopLoss.isEmpty() && takeProfit.isEmpty() && trailingStop.isEmpty();
    }

    private static void requireStop(double factor, String what) {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("A " + what + " of " + factor
                    + " times the price is none: give a factor between 0 and 1, as 0.66 for −34 %.");
        }
    }
}
