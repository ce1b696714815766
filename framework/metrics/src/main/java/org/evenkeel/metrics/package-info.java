/**
 * Performance and risk figures of an equity curve, each with its formula, and "undefined" with a reason where there is
 * none.
 *
 * <p>Entry type: {@link org.evenkeel.metrics.Metrics}. An {@link org.evenkeel.metrics.EquityCurve}, and where at hand a
 * benchmark and {@link org.evenkeel.metrics.TradeStatistics}, go in; a {@link org.evenkeel.metrics.PerformanceReport}
 * comes out, one {@link org.evenkeel.metrics.Figure} for each {@link org.evenkeel.metrics.Metric}, always all of them
 * and always in the same order. {@link org.evenkeel.metrics.CalendarReturns} and
 * {@link org.evenkeel.metrics.DrawdownEpisode} make the tables beside it.
 *
 * <p>Times are instants in milliseconds since the epoch, UTC, and a value at an instant closes the period before it:
 * 1 February 00:00 is the end of January. The functions over bare arrays are in {@link org.evenkeel.metrics.arrays},
 * the statistics of having chosen among many trials in {@link org.evenkeel.metrics.overfitting}. Nothing here knows the
 * rest of the house.
 */
@NullMarked
package org.evenkeel.metrics;

import org.jspecify.annotations.NullMarked;
