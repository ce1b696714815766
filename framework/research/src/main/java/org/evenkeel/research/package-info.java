/**
 * Vectorised research: arrays in, arrays out, for ideas that need no ledger. What both can express agrees with the
 * event-driven engine.
 *
 * <p>Entry types: {@link org.evenkeel.research.Simulation}, with {@code fromOrders} and {@code fromSignals}.
 */
@NullMarked
package org.evenkeel.research;

import org.jspecify.annotations.NullMarked;
