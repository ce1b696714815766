/**
 * The pairs of a data set: {@code pairs.json}, read and written.
 *
 * <p>Entry type: {@link org.evenkeel.data.pairs.PairsFile}.
 */
@NullMarked
package org.evenkeel.data.pairs;

import org.jspecify.annotations.NullMarked;
