/**
 * What each section of a report shows, as values: no HTML and no scripts. For the report alone; others use {@link
 * org.evenkeel.metrics} and the state itself.
 *
 * <p>Entry type: {@link org.evenkeel.report.view.Run}, from which every section is made.
 */
@NullMarked
package org.evenkeel.report.view;

import org.jspecify.annotations.NullMarked;
