package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.sign.SignedTransaction;

/** What a journal holds: facts of a wallet's transactions, in their order. */
sealed interface TxEvent {
    /** The journal was begun, when the wallet's next nonce was this one. */
    record Began(long chainId, Address wallet, long nonce) implements TxEvent {}

    /** A transaction is going to be signed. */
    record Intended(TxRequest request, long nonce, BigInteger gas) implements TxEvent {}

    /** It never was, and its nonce is free. */
    record Abandoned(String id, String why) implements TxEvent {}

    /** It is signed, or signed anew with the same nonce and higher fees, and may be sent from here on. */
    record Signed(String id, SignedTransaction transaction) implements TxEvent {}

    /** Its nonce is given to a transfer of nothing to the wallet itself, which is signed and may be sent from here on. */
    record Cancelling(String id, SignedTransaction transaction) implements TxEvent {}

    /** It, or what cancels it, is in a block. */
    record Mined(String id, Receipt receipt, String reason) implements TxEvent {}

    /** That block is no part of the chain any more. */
    record Reorganised(String id, Bytes blockHash) implements TxEvent {}

    /** It has all its confirmations. */
    record Settled(String id) implements TxEvent {}

    /** Another transaction has its nonce. */
    record Replaced(String id, String why) implements TxEvent {}

    /** Something else moved the wallet's nonce. */
    record Frozen(String why) implements TxEvent {}

    /** A person has looked, and the wallet goes on from this nonce. */
    record Released(long nonce, String signedOff) implements TxEvent {}
}
