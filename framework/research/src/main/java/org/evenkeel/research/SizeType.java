package org.evenkeel.research;

/**
 * What an order's size says. Values are as {@link Valuation} has it. All orders of a row see their book as the row begins,
 * after any stop of the row and before its first order.
 */
public enum SizeType {
    /** Units to buy; negative to sell. */
    AMOUNT,
    /** Value to buy; negative to sell. */
    VALUE,
    /** A share of the book's cash to spend on a buy, fee included; negative for a share of what is held to be sold. */
    PERCENT,
    /** Units to hold afterwards. */
    TARGET_AMOUNT,
    /** Value to hold afterwards. */
    TARGET_VALUE,
    /** A share of the book's value, cash and holdings, to hold afterwards. */
    TARGET_PERCENT
}
