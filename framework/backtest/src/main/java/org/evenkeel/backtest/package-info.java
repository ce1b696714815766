/**
 * The simulated world: a clock that never waits, candles from a history, fills with fees, impact, gas and bridges.
 *
 * <p>Entry type: {@link org.evenkeel.backtest.Backtest}.
 */
@NullMarked
package org.evenkeel.backtest;

import org.jspecify.annotations.NullMarked;
