package org.evenkeel.research;

/** What an order's size says. A value is without the fee, which is paid on top of it. */
public enum SizeType {
    /** Units to buy; negative to sell. */
    AMOUNT,
    /** Cash value to buy; negative to sell. */
    VALUE,
    /** A share of the cash at hand to spend on a buy, fee included; negative for a share of what is held to be sold. */
    PERCENT,
    /** Units to hold afterwards. */
    TARGET_AMOUNT,
    /** Value to hold afterwards. */
    TARGET_VALUE,
    /** A share of the value of the cash's owner, as it is before the orders of the row, to hold afterwards. */
    TARGET_PERCENT
}
