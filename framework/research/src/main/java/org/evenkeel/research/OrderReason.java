package org.evenkeel.research;

/** Why an order was made. */
public enum OrderReason {
    /** A size was given. */
    SIZE,
    /** An entry. */
    ENTRY,
    /** An exit. */
    EXIT,
    /** The price fell to the stop loss. */
    STOP_LOSS,
    /** The price rose to the take profit. */
    TAKE_PROFIT,
    /** The price fell from its highest since entry to the trailing stop. */
    TRAILING_STOP
}
