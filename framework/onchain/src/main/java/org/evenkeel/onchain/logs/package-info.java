/**
 * Logs of many blocks, whatever a node's limits are, and blocks by their time.
 *
 * <p>Nodes differ in how many blocks, how many logs and how many bytes they give at once, and hardly any says so before. What is
 * too much is asked for in halves. The time of a block is read, never guessed from its neighbours'.
 *
 * <p>Entry types: {@link org.evenkeel.onchain.logs.LogReader}, {@link org.evenkeel.onchain.logs.BlockTimes}.
 */
@NullMarked
package org.evenkeel.onchain.logs;

import org.jspecify.annotations.NullMarked;
