package org.evenkeel.api;

/** Which prices of a candle fire a trigger. */
public enum TriggerPrice {
    /**
     * Lows fire stops and highs fire take profits, at the trigger's price, or at the open where that lies beyond it.
     */
    LOW_HIGH,
    /** Only opens are looked at. Weaker; for comparison with systems that do so. */
    OPEN
}
