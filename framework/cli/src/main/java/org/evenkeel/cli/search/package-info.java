/**
 * {@code sweep} and {@code walk-forward}: many runs, what they cost in luck, and their pages.
 *
 * <p>Entry types: {@link org.evenkeel.cli.search.SweepCommand}, {@link org.evenkeel.cli.search.WalkForwardCommand}.
 */
@NullMarked
package org.evenkeel.cli.search;

import org.jspecify.annotations.NullMarked;
