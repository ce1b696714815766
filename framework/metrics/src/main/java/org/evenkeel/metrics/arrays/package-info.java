/**
 * Figures as plain functions: columns of doubles in, one double (or one column) out.
 *
 * <p>Nothing here allocates an object per figure, so sweeps and research call these directly. Returns are simple
 * returns per period; standard deviations have ddof 1; rates are per period unless a parameter says otherwise. A figure
 * that is undefined for its input is {@link java.lang.Double#NaN} here, and here only:
 * {@link org.evenkeel.metrics.Metrics} turns each into a {@link org.evenkeel.metrics.Figure} with its reason.
 *
 * <p>Start with {@link org.evenkeel.metrics.arrays.Returns} and {@link org.evenkeel.metrics.arrays.Ratios}. The two
 * accumulators {@link org.evenkeel.metrics.arrays.Moments} and {@link org.evenkeel.metrics.arrays.RunningDrawdown} take
 * one value at a time and serve both whole columns and streams.
 */
@NullMarked
package org.evenkeel.metrics.arrays;

import org.jspecify.annotations.NullMarked;
