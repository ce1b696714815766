/**
 * Columns in, columns out: the figures that strategies rank by, research scans over and reports draw.
 *
 * <p>A strategy asks {@link org.evenkeel.indicators.Indicators} and {@link org.evenkeel.indicators.ChartIndicators}
 * for what it wants and reads it through its market view: the whole column is computed once and shared by every
 * decision and run. Underneath are functions of plain arrays: windows in {@link org.evenkeel.indicators.Rolling},
 * {@link org.evenkeel.indicators.Ranks} and {@link org.evenkeel.indicators.Comovement}; averages in {@link
 * org.evenkeel.indicators.Smoothed} and {@link org.evenkeel.indicators.Averages}; {@link
 * org.evenkeel.indicators.Changes} from row to row; {@link org.evenkeel.indicators.Bands}, {@link
 * org.evenkeel.indicators.Macd}, {@link org.evenkeel.indicators.Oscillators}, {@link
 * org.evenkeel.indicators.Directional} and {@link org.evenkeel.indicators.Volumes} as charts show them; and {@link
 * org.evenkeel.indicators.Crossings}. They hold to the same rules:
 *
 * <ul>
 *   <li>The result has a value for each row, which depends on that row and the ones before it only, to the last bit.
 *   <li>It is NaN until there are as many rows as the length asks for, and wherever the formula is undefined.
 *   <li>Each takes time in proportion to the rows, whatever the length, and no error builds up along the column. Ranks
 *       take the logarithm of the rows besides; mean absolute deviations, and so the commodity channel index, take the
 *       length.
 *   <li>A length counts rows, that is candles, not time: over a gap it reaches further back.
 * </ul>
 *
 * <p>Entry type: {@link org.evenkeel.indicators.Indicators}.
 */
@NullMarked
package org.evenkeel.indicators;

import org.jspecify.annotations.NullMarked;
