/**
 * The report of a sweep: what was swept, what was found, and how likely it is that the best of it is luck. It knows
 * nothing of how sweeps are run: whoever runs one fills in a {@link org.evenkeel.report.sweep.SweepInput}.
 *
 * <p>Entry type: {@link org.evenkeel.report.sweep.SweepInput}.
 */
@NullMarked
package org.evenkeel.report.sweep;

import org.jspecify.annotations.NullMarked;
