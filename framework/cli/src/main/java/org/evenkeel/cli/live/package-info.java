/**
 * {@code live}, {@code paper} and {@code close-all}: a strategy wired to chains, its data set, its state and its
 * wallet.
 *
 * <p>Entry type: {@link org.evenkeel.cli.live.LiveJob}.
 */
@NullMarked
package org.evenkeel.cli.live;

import org.jspecify.annotations.NullMarked;
