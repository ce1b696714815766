package org.evenkeel.onchain.rpc;

import org.evenkeel.onchain.Bytes;

/** What is known of a transaction after it was sent once. */
public sealed interface SendOutcome {
    /** The transaction's hash, calculated here. */
    Bytes hash();

    /** A node has it, and passes it on. */
    record Accepted(Bytes hash) implements SendOutcome {}

    /** The node that was asked did not take it. */
    record Refused(Bytes hash, Refusal reason, String said) implements SendOutcome {}

    /** It may have arrived or not. Ask for it by its hash; send no other in its place. */
    record Unknown(Bytes hash, ChainFault fault, String why) implements SendOutcome {}

    /** Why a node takes a transaction not. */
    enum Refusal {
        /** Another of the same nonce, or this very one, is in a block already. */
        NONCE_TOO_LOW,
        /** The wallet cannot pay for it. */
        INSUFFICIENT_FUNDS,
        /** Its fees are too low, for the chain or to replace another of the same nonce. */
        UNDERPRICED,
        /** Its gas is too little to begin with, or more than a block has. */
        GAS_LIMIT,
        /** It is not well formed, or signed for another chain. */
        INVALID
    }
}
