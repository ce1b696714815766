/**
 * Looking back: the state as of a cycle, why a trade was made, what two states differ in, and whether a decision that
 * is made again is the same.
 *
 * <p>Entry types: {@link org.evenkeel.state.replay.Replay} for the past, {@link org.evenkeel.state.replay.Inspection}
 * for one state, {@link org.evenkeel.state.replay.StateDiff} for two, {@link org.evenkeel.state.replay.FirstDifference}
 * for decisions.
 */
@NullMarked
package org.evenkeel.state.replay;

import org.jspecify.annotations.NullMarked;
