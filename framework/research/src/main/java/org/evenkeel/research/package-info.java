/**
 * Vectorised research: arrays in, arrays out, for ideas that need no ledger. What both can express agrees with the
 * event-driven engine, and a test holds it.
 *
 * <p>A {@link org.evenkeel.research.PriceTable} has a column of closes for each asset. Orders on it are
 * {@link org.evenkeel.research.SizedOrders} or {@link org.evenkeel.research.SignalOrders}; a rule that gives them is a
 * {@link org.evenkeel.research.Vectorised}. {@link org.evenkeel.research.Simulation}, the entry type, carries them out,
 * {@code fromOrders} and {@code fromSignals}, and tells what came of them.
 *
 * <p>What differs from the engine by design: orders are filled at the close of their row and at no other price,
 * whatever their size, for there are no pools and no gas; holdings count at their last price, without the fee that a
 * sale would cost; quantities and money are not cut off to the digits of a token; and a row is all that is known of
 * the time since the one before it, so a stop sees a row's range where the engine follows finer candles.
 */
@NullMarked
package org.evenkeel.research;

import org.jspecify.annotations.NullMarked;
