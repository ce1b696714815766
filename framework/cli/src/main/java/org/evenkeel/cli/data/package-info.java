/**
 * {@code data}: data sets imported, checked and shown.
 *
 * <p>Entry type: {@link org.evenkeel.cli.data.DataCommand}.
 */
@NullMarked
package org.evenkeel.cli.data;

import org.jspecify.annotations.NullMarked;
