/**
 * Sweeps: a strategy run with many sets of parameters over one data set, and what the choice of the best of them is
 * worth.
 *
 * <p>Entry type: {@link org.evenkeel.sweep.Sweep}.
 */
@NullMarked
package org.evenkeel.sweep;

import org.jspecify.annotations.NullMarked;
