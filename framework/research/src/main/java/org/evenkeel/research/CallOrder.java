package org.evenkeel.research;

/** In which order the orders of one row are carried out where assets share cash. */
public enum CallOrder {
    /** As the assets stand in the table. */
    GIVEN,
    /** Those that bring cash before those that take it, the largest sale first. */
    SELLS_FIRST
}
