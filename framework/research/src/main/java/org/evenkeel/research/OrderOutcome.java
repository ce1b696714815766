package org.evenkeel.research;

/** What became of an order. */
public enum OrderOutcome {
    /** It was carried out as asked. */
    FILLED,
    /** A buy was cut to the cash there was. */
    CUT_TO_CASH,
    /** A sale was cut to what was held. */
    CUT_TO_HOLDING,
    /** There was no cash at all. */
    NO_CASH,
    /** There was nothing to sell. */
    NOTHING_HELD,
    /** The asset had no price. */
    NO_PRICE,
    /** It asked for nothing: the target was met. */
    UNCHANGED
}
