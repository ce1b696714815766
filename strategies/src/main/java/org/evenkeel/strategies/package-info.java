/**
 * Example strategies, one per idea, each a page. They see the strategy's side of the framework alone. Some have a
 * second form, {@link org.evenkeel.research.Vectorised}: all their orders at once, for sweeps of thousands of runs.
 *
 * <p>Start with {@link org.evenkeel.strategies.WeeklyMomentum}.
 */
@NullMarked
package org.evenkeel.strategies;

import org.jspecify.annotations.NullMarked;
