/**
 * {@code optimize}: the weights of a portfolio from a table of closes.
 *
 * <p>Entry type: {@link org.evenkeel.cli.optimize.OptimizeCommand}.
 */
@NullMarked
package org.evenkeel.cli.optimize;

import org.jspecify.annotations.NullMarked;
