/**
 * One cycle: decide, plan, execute, value, check, record, and the watch for triggers until the next. The engine knows
 * nothing of files, chains or clocks; it does not know whether it runs in a backtest or live.
 *
 * <p>Entry type: {@link org.evenkeel.engine.CycleEngine}.
 */
@NullMarked
package org.evenkeel.engine;

import org.jspecify.annotations.NullMarked;
