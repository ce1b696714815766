package org.evenkeel.onchain.bridge;

import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.tx.Account;

/**
 * One chain that transfers leave from and arrive at.
 *
 * @param client the chain
 * @param account whose reserve it is there
 * @param spokePool the bridge's contract there
 * @param confirmations how many blocks, its own included, until what happened there counts as final
 */
public record BridgeEnd(ChainClient client, Account account, Address spokePool, int confirmations) {
    /**
     * @throws IllegalArgumentException when nothing would ever be final
     */
    public BridgeEnd {
        if (confirmations < 1) {
            throw new IllegalArgumentException("With " + confirmations + " confirmations on " + client.chain()
                    + " nothing is known: 1 is the least.");
        }
    }

    /** Which chain. */
    Chain chain() {
        return client.chain();
    }
}
