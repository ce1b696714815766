/**
 * Columns in, columns out: the figures that strategies rank by, research scans over and reports draw.
 *
 * <p>A strategy asks {@link org.evenkeel.indicators.Indicators} for what it wants and reads it through its market view:
 * the whole column is computed once and shared by every decision and run. Underneath are functions of plain arrays, in
 * {@link org.evenkeel.indicators.Rolling} (windows), {@link org.evenkeel.indicators.Smoothed} (averages that forget)
 * and {@link org.evenkeel.indicators.Changes} (from row to row). They hold to the same rules:
 *
 * <ul>
 *   <li>The result has a value for each row, which depends on that row and the ones before it only, to the last bit.
 *   <li>It is NaN until there are as many rows as the length asks for, and wherever the formula is undefined.
 *   <li>Each takes time in proportion to the rows, whatever the length, and no error builds up along the column.
 *   <li>A length counts rows, that is candles, not time: over a gap it reaches further back.
 * </ul>
 *
 * <p>Entry type: {@link org.evenkeel.indicators.Indicators}.
 */
@NullMarked
package org.evenkeel.indicators;

import org.jspecify.annotations.NullMarked;
