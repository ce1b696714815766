/**
 * All that a strategy sees: the two callbacks, what a decision is given, its parameters and settings, the alpha model and
 * the target orders.
 *
 * <p>Entry type: {@link org.evenkeel.api.Strategy}.
 */
@NullMarked
package org.evenkeel.api;

import org.jspecify.annotations.NullMarked;
