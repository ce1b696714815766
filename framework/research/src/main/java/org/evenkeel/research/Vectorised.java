package org.evenkeel.research;

/**
 * A rule in its vectorised form: all its orders at once, from all prices at once. A strategy may have this form beside
 * the one that decides tick by tick; each row is then what a tick is there, and its orders are carried out at its close.
 *
 * <p>Nothing but its own code keeps a rule from reading later rows: {@link LookAhead#require} finds out one that does.
 */
public interface Vectorised {
    /**
     * The orders on a table of prices. What is ordered at a row may follow from that row and the ones before it only.
     *
     * @param prices whole columns; not to be written to
     */
    OrderTable orders(PriceTable prices);
}
