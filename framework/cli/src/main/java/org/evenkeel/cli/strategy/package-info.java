/**
 * A strategy by its name, its source or its jar, and what can be set of it.
 *
 * <p>Entry type: {@link org.evenkeel.cli.strategy.StrategyLoader}.
 */
@NullMarked
package org.evenkeel.cli.strategy;

import org.jspecify.annotations.NullMarked;
