/**
 * {@code demo} and {@code backtest}: one run over the past, its summary, and what makes it again.
 *
 * <p>Entry type: {@link org.evenkeel.cli.backtest.BacktestJob}.
 */
@NullMarked
package org.evenkeel.cli.backtest;

import org.jspecify.annotations.NullMarked;
