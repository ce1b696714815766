package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;

/**
 * Who holds the money of a chain, and how calls are made in its name: a wallet of its own key, or a contract that another
 * wallet speaks for. Each call is made once or not at all.
 */
public interface Account extends Holder {
    /**
     * Makes a call, once. For an id that was signed before nothing is signed: then this is a look at what became of it.
     *
     * @throws TxException.Frozen when something else acts for the account
     * @throws TxException.Conflict when the id is that of a different call
     * @throws org.evenkeel.onchain.sign.SigningRefused when the signer's policy has it not
     */
    TxOutcome submit(TxRequest request);

    /** Whether something was signed for an id, and so may land or has; the chain is not asked. */
    boolean isSigned(String id);

    /**
     * The place of what was signed for an id among all that its key ever signed: it can land only after what has a lower
     * one. The chain is not asked.
     *
     * @throws NullPointerException when nothing has the id
     */
    long nonce(String id);

    /** What became of the call with an id; empty where nothing was ever signed for it. */
    Optional<TxOutcome> find(String id);

    /**
     * Looks what became of a call.
     *
     * @throws NullPointerException when nothing has the id
     */
    TxOutcome look(String id);

    /**
     * Looks for a call until it is in a block, or can never be.
     *
     * @throws NullPointerException when nothing has the id
     */
    TxOutcome await(String id, Waiting waiting);

    /**
     * Looks whether something else acts for the account. Where it does, nothing more is signed until a person has looked.
     *
     * @return what was found, in words; empty where nothing else does
     */
    Optional<String> lookForOthers();

    /**
     * How much gas a call would take on top of a block, with all that the account needs around it.
     *
     * @param wei of the account's coins that go with it
     * @throws org.evenkeel.onchain.rpc.RevertException when it would revert, with what is called and its reason
     */
    BigInteger estimateGas(BlockRef at, Call call, BigInteger wei);
}
