package org.evenkeel.onchain.tx;

import java.util.Optional;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.rpc.Receipt;

/** What is known of a transaction that was wanted. */
public sealed interface TxOutcome {
    /** The id that the caller gave. */
    String id();

    /**
     * It is in a block.
     *
     * @param receipt what it did
     * @param reason why it reverted, as far as that can be told afterwards; empty where it succeeded
     * @param certainty whether a reorganisation may still undo it
     */
    record Mined(String id, Receipt receipt, String reason, Certainty certainty) implements TxOutcome {}

    /**
     * It was cancelled: a transfer of nothing to the wallet itself has its nonce and is in a block, so that it can land no
     * more, unless a reorganisation undoes that. Nothing was done, and gas was paid.
     *
     * @param receipt of that transfer
     * @param certainty whether a reorganisation may still undo it
     */
    record Cancelled(String id, Receipt receipt, Certainty certainty) implements TxOutcome {}

    /** It is signed and on its way, or waits; it may still land, and nothing takes its place but itself. */
    record StillOpen(String id, Bytes hash, String why) implements TxOutcome {}

    /** It may have reached a node or not. It is asked for by its hash, and the same bytes are sent again. */
    record Unknown(String id, Bytes hash, String why) implements TxOutcome {}

    /** It was in a block that the chain has no more. What it did is undone; the same bytes are sent again. */
    record Reorganised(String id, Receipt undone, String why) implements TxOutcome {}

    /** Another transaction has its nonce: it can never land, and the wallet is frozen. */
    record Replaced(String id, String why) implements TxOutcome {}

    /** Nothing was signed for it, and the same may be asked for again later. */
    record Deferred(String id, Reason reason, String why) implements TxOutcome {}

    /** Whether a reorganisation may still undo it. */
    enum Certainty {
        /** It has fewer confirmations than are asked for. */
        PROVISIONAL,
        /** It has them all. */
        FINAL
    }

    /** Why nothing was signed. */
    enum Reason {
        /** Gas costs more than the cap. */
        FEE_ABOVE_CAP,
        /** The wallet's native coin does not suffice, or only with what is kept for exits. */
        LOW_BALANCE,
        /** The contract would refuse it. */
        WOULD_REVERT,
        /** An earlier transaction has not landed yet. */
        EARLIER_ONE_OPEN,
        /** The node has not seen all that landed before. */
        CHAIN_BEHIND,
        /** Its fees were raised as often as is allowed. */
        RAISES_SPENT
    }

    /** Whether it is in a block and did what it was for, as far as is known now. */
    default boolean succeeded() {
        return this instanceof Mined mined && mined.receipt().succeeded();
    }

    /** What landed with its nonce, and took gas: itself or what cancelled it; empty while neither has. */
    default Optional<Receipt> landed() {
        return switch (this) {
            case Mined mined -> Optional.of(mined.receipt());
            case Cancelled cancelled -> Optional.of(cancelled.receipt());
            case StillOpen open -> Optional.empty();
            case Unknown unknown -> Optional.empty();
            case Reorganised gone -> Optional.empty();
            case Replaced replaced -> Optional.empty();
            case Deferred deferred -> Optional.empty();
        };
    }

    /** Whether waiting may change it. */
    default boolean isOpen() {
        return this instanceof StillOpen || this instanceof Unknown || this instanceof Reorganised;
    }
}
