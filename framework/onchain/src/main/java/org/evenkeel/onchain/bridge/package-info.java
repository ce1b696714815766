/**
 * Moves reserve between chains over Across: a deposit on the one chain, a relayer's payment on the other.
 *
 * <p>What became of a transfer is read from the two chains alone, never from a clock: the deposit from the wallet's own
 * transactions, the payment from what the other chain's pool says of exactly this deposit, and where nobody paid until its
 * deadline, the refund from the first chain. Entry type: {@link org.evenkeel.onchain.bridge.AcrossBridge}.
 */
@NullMarked
package org.evenkeel.onchain.bridge;

import org.jspecify.annotations.NullMarked;
