package org.evenkeel.research;

/** What a value or a share of one means in the size of an order. */
public enum Valuation {
    /** Quantity · price. A fee comes on top of what a buy is worth, and off what a sale brings. */
    MID,
    /**
     * Money: a buy costs it, fee in; a sale brings it, fee off; a holding has the value that its sale would bring. This is
     * how the event-driven engine's {@code orderValue}, {@code orderTargetValue} and {@code orderTargetPercent} count.
     */
    MONEY
}
