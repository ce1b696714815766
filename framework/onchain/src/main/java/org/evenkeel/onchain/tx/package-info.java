/**
 * Transactions of a wallet, each sent so that it lands once or not at all, whatever happens to nodes, to the chain, or to
 * this process.
 *
 * <p>What is going to be sent is on the disk, signed, before any node hears of it. A retry sends the same bytes; a
 * replacement keeps the nonce; a fresh nonce is taken only when no transaction is open. Whatever else moves the wallet's
 * nonce freezes it until a person has looked.
 *
 * <p>Entry type: {@link org.evenkeel.onchain.tx.TxManager}.
 */
@NullMarked
package org.evenkeel.onchain.tx;

import org.jspecify.annotations.NullMarked;
