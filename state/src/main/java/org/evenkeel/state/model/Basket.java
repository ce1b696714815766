package org.evenkeel.state.model;

import java.util.OptionalDouble;

/**
 * Positions that are closed together when what they are worth, taken together, crosses a bound.
 *
 * @param name the name that the positions' trades carry
 * @param stopLoss factor of their summed cost at or under which all are sold
 * @param takeProfit factor of their summed cost at or over which all are sold
 */
public record Basket(String name, OptionalDouble stopLoss, OptionalDouble takeProfit) {
    /**
     * @throws IllegalArgumentException when the name is blank, the stop is not in (0, 1), or the take profit is not
     *     above 1
     */
    public Basket {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A basket has an empty name: give it one.");
        }
        // The bounds are those of a single position's triggers.
        new TriggerFactors(stopLoss, takeProfit, OptionalDouble.empty());
    }
}
