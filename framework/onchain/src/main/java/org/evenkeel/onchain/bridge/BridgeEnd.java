package org.evenkeel.onchain.bridge;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.rpc.BlockRef;
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

    /** What it is told and asked. */
    SpokePool pool() {
        return new SpokePool(client, spokePool());
    }

    /** Why this chain's pool cannot be used as it is set. */
    List<String> obstacles(Token reserve) {
        BlockRef head = client.head();
        if (!client.isContract(head, spokePool())) {
            return List.of("There is no contract at " + spokePool() + " on " + chain()
                    + ", where the bridge's pool should be: correct the chain's profile.");
        }
        List<String> found = new ArrayList<>();
        SpokePool pool = pool();
        if (pool.wrappedNative(head).equals(Units.address(reserve))) {
            found.add("The reserve " + reserve + " on " + chain() + " is the wrapped native coin, and the bridge pays"
                    + " that out unwrapped, as coins that no book holds: take another reserve.");
        }
        if (settings.fillWindow().compareTo(pool.deadlineBuffer(head)) > 0) {
            found.add("Relayers are given " + settings.fillWindow() + " to pay, and the pool on " + chain() + " allows "
                    + pool.deadlineBuffer(head) + ": give less.");
        }
        if (settings.quoteAge().compareTo(pool.quoteBuffer(head)) > 0) {
            found.add("Offers are dated back by " + settings.quoteAge() + ", and the pool on " + chain() + " allows "
                    + pool.quoteBuffer(head) + ": date them back by less.");
        }
        return found;
    }
}
