/**
 * Looks for faults in data sets, including those that cannot be opened.
 *
 * <p>Entry type: {@link org.evenkeel.data.check.DataCheck}.
 */
@NullMarked
package org.evenkeel.data.check;

import org.jspecify.annotations.NullMarked;
