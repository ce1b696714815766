/**
 * The tear sheet of a run: one self-contained HTML page with its figures, charts, decisions and costs, and a picture of
 * the equity for a README.
 *
 * <p>Entry type: {@link org.evenkeel.report.Report}. The figures themselves, for a summary or JSON, come from {@link
 * org.evenkeel.report.RunFigures}.
 */
@NullMarked
package org.evenkeel.report;

import org.jspecify.annotations.NullMarked;
