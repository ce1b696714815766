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
 * @param settings how transfers leave it
 * @param confirmations how many blocks, its own included, until what happened there counts as final
 * @param worth what the gas of transfers that leave it costs
 */
public record BridgeEnd(
        ChainClient client, Account account, AcrossSettings settings, int confirmations, CoinWorth worth) {
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

    /** The bridge's contract there. */
    Address spokePool() {
        return settings.spokePool();
    }
}
