/**
 * Trades on chains: planned from the pools of a fresh block, held against the limits of risk, sent so that each lands once
 * or not at all, and booked from what the chain says of them.
 *
 * <p>Entry types: {@link org.evenkeel.onchain.exec.SwapExecution}, and {@link org.evenkeel.onchain.exec.TradePlanner} for
 * what it would do.
 */
@NullMarked
package org.evenkeel.onchain.exec;

import org.jspecify.annotations.NullMarked;
