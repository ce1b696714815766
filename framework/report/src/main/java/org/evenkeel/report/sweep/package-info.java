/**
 * What the report of a sweep is made of: what was swept, what was found, and how likely it is that the best of it is
 * luck. It knows nothing of how sweeps are run: whoever runs one fills it in.
 *
 * <p>Entry type: {@link org.evenkeel.report.sweep.SweepInput}, of which {@link org.evenkeel.report.SweepReport} makes a
 * page.
 */
@NullMarked
package org.evenkeel.report.sweep;

import org.jspecify.annotations.NullMarked;
