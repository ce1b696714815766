/**
 * How much of the best of many backtests is the luck of having chosen it.
 *
 * <p>Entry type: {@link org.evenkeel.metrics.overfitting.Cscv}, the probability of backtest overfitting over all trials
 * of a sweep. Its companion for a single figure, the deflated Sharpe ratio, is
 * {@link org.evenkeel.metrics.arrays.SharpeStatistics}. Sharpe ratios are per period here, not annualised.
 */
@NullMarked
package org.evenkeel.metrics.overfitting;

import org.jspecify.annotations.NullMarked;
