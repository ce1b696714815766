/**
 * From sections to one HTML page that needs nothing else: templates, style, scripts, and the data as JSON. For the
 * report alone.
 *
 * <p>Entry type: {@link org.evenkeel.report.page.Page}. The templates in {@code src/main/jte} are turned into Java of
 * this package by the build.
 */
@NullMarked
package org.evenkeel.report.page;

import org.jspecify.annotations.NullMarked;
