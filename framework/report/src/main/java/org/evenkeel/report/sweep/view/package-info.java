/**
 * What each section of a sweep's report shows, as values: no HTML and no scripts. For the report alone.
 *
 * <p>Entry type: {@link org.evenkeel.report.sweep.view.Sweep}, from which every section is made.
 */
@NullMarked
package org.evenkeel.report.sweep.view;

import org.jspecify.annotations.NullMarked;
