/**
 * A strategy that is run as time goes by: cycles when they are due, triggers watched between them, everything on the disk
 * before it is acted on. It knows nothing of chains: the ports that it is given do.
 *
 * <p>What is on the disk is enough to go on from, wherever a run was ended: what was sent is asked after by its number,
 * what was decided and not sent is done if it is not too late, and books and wallet are held against each other to the
 * smallest unit before and after each cycle.
 *
 * <p>Entry types: {@link org.evenkeel.live.LiveRun}, {@link org.evenkeel.live.DryRun}.
 */
@NullMarked
package org.evenkeel.live;

import org.jspecify.annotations.NullMarked;
