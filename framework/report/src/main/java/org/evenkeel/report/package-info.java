/**
 * What a person sees of a run: its figures, and one page that explains them.
 *
 * <p>Entry type: {@link org.evenkeel.report.RunFigures}.
 */
@NullMarked
package org.evenkeel.report;

import org.jspecify.annotations.NullMarked;
