package org.evenkeel.research;

/**
 * In which order the orders of one row are carried out where assets share cash, and so which of them go short of it. What
 * each order asks for is worked out for all of them before the first is carried out.
 */
public enum CallOrder {
    /** As the assets stand in the table. The buy that the cash does not pay is partial, those after it get nothing. */
    GIVEN,
    /** Those that bring cash before those that take it, by value: the largest sale first, the largest buy last. */
    SELLS_FIRST,
    /** Sales first; then buys, all cut by the same factor to the cash there is: as the event-driven engine does it. */
    BUYS_SCALED
}
