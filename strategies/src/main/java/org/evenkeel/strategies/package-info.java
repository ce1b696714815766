/**
 * Example strategies, one per idea, each a page. They see the strategy's side of the framework alone.
 *
 * <p>Start with {@link org.evenkeel.strategies.WeeklyMomentum}.
 */
@NullMarked
package org.evenkeel.strategies;

import org.jspecify.annotations.NullMarked;
