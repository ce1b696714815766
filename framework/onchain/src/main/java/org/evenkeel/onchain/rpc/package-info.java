/**
 * Asking and telling a chain, through nodes that may be slow, behind, wrong or gone.
 *
 * <p>Every read says at which block, by its hash, so that all reads of a cycle are of one moment whichever node answers.
 * A node that fails is left for the next; one of another chain, or one whose head is old, is refused. What is sent is sent
 * once: whether a transaction that got no answer arrived is unknown, and is said to be.
 *
 * <p>Entry type: {@link org.evenkeel.onchain.rpc.ChainClient}.
 */
@NullMarked
package org.evenkeel.onchain.rpc;

import org.jspecify.annotations.NullMarked;
