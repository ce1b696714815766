package org.evenkeel.onchain.tx;

import java.util.Optional;
import org.evenkeel.onchain.Address;

/**
 * Who holds the money of a chain, and how calls are made in its name: a wallet of its own key, or a contract that another
 * wallet speaks for. Each call is made once or not at all.
 */
public interface Account {
    /** Where the money is: what is bought is sent here, and what is approved is approved by this address. */
    Address address();

    /**
     * Makes a call, once. For an id that was signed before nothing is signed: then this is a look at what became of it.
     *
     * @throws TxException.Frozen when something else acts for the account
     * @throws TxException.Conflict when the id is that of a different call
     * @throws org.evenkeel.onchain.sign.SigningRefused when the signer's policy has it not
     */
    TxOutcome submit(TxRequest request);

    /** What became of the call with an id; empty where nothing was ever signed for it. */
    Optional<TxOutcome> find(String id);

    /**
     * Looks for a call until it is in a block, or can never be.
     *
     * @throws NullPointerException when nothing has the id
     */
    TxOutcome await(String id, Waiting waiting);
}
