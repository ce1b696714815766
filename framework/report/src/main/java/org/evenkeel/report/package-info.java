/**
 * The tear sheet of a run: one self-contained HTML page with its figures, charts, decisions and costs, and its plots as
 * pictures for a README. The same for a sweep: where its runs lie, what the best of them is worth, and how much of that
 * is luck. And for a walk-forward: what its choices promised and kept.
 *
 * <p>Entry types: {@link org.evenkeel.report.Report}, {@link org.evenkeel.report.SweepReport} and
 * {@link org.evenkeel.report.WalkReport}. The figures themselves,
 * for a summary or JSON, come from {@link org.evenkeel.report.RunFigures}.
 */
@NullMarked
package org.evenkeel.report;

import org.jspecify.annotations.NullMarked;
