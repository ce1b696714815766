/**
 * What can be swept: a strategy in the engine, or in its vectorised form; on the market as it was, or shuffled.
 *
 * <p>Entry type: {@link org.evenkeel.sweep.subject.Experiment}.
 */
@NullMarked
package org.evenkeel.sweep.subject;

import org.jspecify.annotations.NullMarked;
