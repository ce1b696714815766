/**
 * From signals to trades: rank, weigh, limit, compare with what is held, and say of every signal what became of it.
 *
 * <p>Entry type: {@link org.evenkeel.api.alpha.AlphaModel}.
 */
@NullMarked
package org.evenkeel.api.alpha;

import org.jspecify.annotations.NullMarked;
