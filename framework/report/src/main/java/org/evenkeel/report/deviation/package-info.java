/**
 * What the page of a deviation is made of: what a live run came to against its backtest, by cause and trade by trade. It
 * knows nothing of how the two were compared: whoever compares them fills it in.
 *
 * <p>Entry type: {@link org.evenkeel.report.deviation.DeviationInput}, of which
 * {@link org.evenkeel.report.DeviationReport} makes a page.
 */
@NullMarked
package org.evenkeel.report.deviation;

import org.jspecify.annotations.NullMarked;
