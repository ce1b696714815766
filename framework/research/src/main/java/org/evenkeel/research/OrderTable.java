package org.evenkeel.research;

/** All that a rule orders, for every asset and row at once: as sizes, or as entries and exits. */
public sealed interface OrderTable permits SizedOrders, SignalOrders {
    /** Which assets share cash. */
    Books books();
}
