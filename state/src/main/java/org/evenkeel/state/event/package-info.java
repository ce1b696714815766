/**
 * The facts from which everything that is owned follows. An event is never changed and never removed.
 *
 * <p>Entry type: {@link org.evenkeel.state.event.Event}.
 */
@NullMarked
package org.evenkeel.state.event;

import org.jspecify.annotations.NullMarked;
