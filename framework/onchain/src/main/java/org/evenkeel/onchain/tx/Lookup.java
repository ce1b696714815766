package org.evenkeel.onchain.tx;

import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.rpc.SendOutcome;
import org.evenkeel.onchain.sign.SignedTransaction;

/** Learns what became of a transaction, records it, and sends the same bytes again where no node has them. */
final class Lookup {
    private static final int LEAST_DEPTH = 3;

    private final ChainClient client;
    private final Address wallet;
    private final TxJournal journal;
    private final FeeDesk desk;
    private final int confirmations;

    Lookup(ChainClient client, Address wallet, TxJournal journal, FeeDesk desk, int confirmations) {
        this.client = client;
        this.wallet = wallet;
        this.journal = journal;
        this.desk = desk;
        this.confirmations = confirmations;
    }

    TxOutcome look(String id) {
        return switch (journal.get(id).stage()) {
            case OPEN, MINED -> look(id, client.head());
            case SETTLED, REPLACED, INTENDED, ABANDONED -> journal.get(id).outcome();
        };
    }

    private TxOutcome look(String id, BlockRef head) {
        Tx tx = journal.get(id);
        return switch (tx.stage()) {
            case OPEN -> open(tx, head);
            case MINED -> mined(tx, head);
            case SETTLED, REPLACED, INTENDED, ABANDONED -> tx.outcome();
        };
    }

    private TxOutcome open(Tx tx, BlockRef head) {
        Optional<Receipt> receipt = receipt(tx);
        if (receipt.isPresent()) {
            return landed(tx, receipt.orElseThrow(), head);
        }
        long used = client.transactions().nonce(head, wallet);
        if (used > tx.nonce()) {
            return used(tx, head);
        }
        if (used < tx.nonce()) {
            lookBefore(tx);
        }
        // What was signed last is what shall land. A process may have ended before it sent that.
        return client.transactions().isKnown(tx.newest().hash()) ? tx.outcome() : send(tx, tx.newest());
    }

    /** It lands after the one before it, and a reorganisation that took back the one may have taken back both. */
    private void lookBefore(Tx tx) {
        journal.in(Tx.Stage.OPEN, Tx.Stage.MINED).stream()
                .filter(earlier -> earlier.nonce() == tx.nonce() - 1)
                .forEach(earlier -> look(earlier.id()));
    }

    private Optional<Receipt> receipt(Tx tx) {
        for (SignedTransaction signed : tx.all()) {
            Optional<Receipt> receipt =
                    client.transactions().receipt(signed.hash()).filter(this::isInTheChain);
            if (receipt.isPresent()) {
                return receipt;
            }
        }
        return Optional.empty();
    }

    private boolean isInTheChain(Receipt receipt) {
        return client.transactions()
                .block(receipt.blockNumber())
                .filter(block -> block.hash().equals(receipt.blockHash()))
                .isPresent();
    }

    private TxOutcome landed(Tx tx, Receipt receipt, BlockRef head) {
        String reason =
                receipt.succeeded() || tx.isCancelledBy(receipt.hash()) ? "" : desk.reason(tx, receipt.blockNumber());
        journal.record(new TxEvent.Mined(tx.id(), receipt, reason));
        return confirmed(journal.get(tx.id()), head);
    }

    private TxOutcome confirmed(Tx tx, BlockRef head) {
        long blocks = head.number() - tx.receipt().orElseThrow().blockNumber() + 1;
        if (blocks >= confirmations) {
            journal.record(new TxEvent.Settled(tx.id()));
        }
        return journal.get(tx.id()).outcome();
    }

    /**
     * Its nonce is used, and by none of its own: believed only once no reorganisation can undo it, and where no node has
     * one of its own. Nodes give a receipt some time after its block, and some never.
     */
    private TxOutcome used(Tx tx, BlockRef head) {
        long depth = Math.max(confirmations, LEAST_DEPTH);
        Optional<BlockRef> deep = client.transactions().block(Math.max(0, head.number() - depth + 1));
        boolean certain = deep.filter(block -> client.transactions().nonce(block, wallet) > tx.nonce())
                .isPresent();
        if (!certain || receipt(tx).isPresent() || isAnyKnown(tx)) {
            return new TxOutcome.StillOpen(
                    tx.id(), tx.newest().hash(), "its nonce " + tx.nonce() + " is used, and no receipt is there yet");
        }
        journal.record(new TxEvent.Replaced(
                tx.id(),
                "another transaction has the nonce " + tx.nonce() + " of " + tx.id()
                        + ": somebody else sends from this wallet"));
        return journal.get(tx.id()).outcome();
    }

    private boolean isAnyKnown(Tx tx) {
        return tx.all().stream().anyMatch(signed -> client.transactions().isKnown(signed.hash()));
    }

    /** It was in a block. Only another block in that one's place undoes it, not a node that lacks it. */
    private TxOutcome mined(Tx tx, BlockRef head) {
        Receipt receipt = tx.receipt().orElseThrow();
        Optional<BlockRef> there = client.transactions().block(receipt.blockNumber());
        if (there.isEmpty()) {
            return tx.outcome();
        }
        if (there.orElseThrow().hash().equals(receipt.blockHash())) {
            return confirmed(tx, head);
        }
        journal.record(new TxEvent.Reorganised(tx.id(), receipt.blockHash()));
        TxOutcome again = open(journal.get(tx.id()), head);
        return again.isOpen()
                ? new TxOutcome.Reorganised(
                        tx.id(), receipt, "block " + receipt.blockNumber() + " was reorganised away, and " + why(again))
                : again;
    }

    private static String why(TxOutcome open) {
        return switch (open) {
            case TxOutcome.StillOpen still -> still.why();
            case TxOutcome.Unknown unknown -> unknown.why();
            default -> "it is open again";
        };
    }

    /** Sends once. What is sent is recorded already. */
    TxOutcome send(Tx tx, SignedTransaction signed) {
        try {
            return switch (client.send(signed.raw())) {
                case SendOutcome.Accepted accepted ->
                    new TxOutcome.StillOpen(tx.id(), signed.hash(), "a node has it, and it waits for a block");
                case SendOutcome.Refused refused ->
                    new TxOutcome.StillOpen(
                            tx.id(),
                            signed.hash(),
                            "a node did not take it (" + refused.reason() + "): " + refused.said());
                case SendOutcome.Unknown unknown ->
                    new TxOutcome.Unknown(
                            tx.id(),
                            signed.hash(),
                            "it may have been sent or not (" + unknown.fault() + "): " + unknown.why());
            };
        } catch (ChainException notSent) {
            return new TxOutcome.Unknown(tx.id(), signed.hash(), String.valueOf(notSent.getMessage()));
        }
    }

    /** Looks for all that may still change, in the order of their nonces. */
    List<TxOutcome> lookAtAll() {
        return journal.in(Tx.Stage.OPEN, Tx.Stage.MINED).stream()
                .map(tx -> look(tx.id()))
                .toList();
    }

    /**
     * Looks for what counted as final and is in the chain no more, as after a reorganisation deeper than the confirmations:
     * the wallet's nonces are behind, and another block is in the place of its own. A node that has no block there yet may
     * only be behind itself. What is found is open again, and the same bytes are sent.
     */
    void lookDeeper(BlockRef head) {
        long used = client.transactions().nonce(head, wallet);
        journal.in(Tx.Stage.SETTLED).stream()
                .filter(tx -> tx.nonce() >= used)
                .filter(this::isGone)
                .forEach(tx -> {
                    journal.record(new TxEvent.Reorganised(
                            tx.id(), tx.receipt().orElseThrow().blockHash()));
                    open(journal.get(tx.id()), head);
                });
    }

    private boolean isGone(Tx tx) {
        Receipt receipt = tx.receipt().orElseThrow();
        return client.transactions()
                .block(receipt.blockNumber())
                .filter(block -> !block.hash().equals(receipt.blockHash()))
                .isPresent();
    }

    /**
     * Looks for what may keep the next transaction from being sent. Where the newest that landed is still in its block,
     * those before it are in theirs: they are looked at when somebody asks for them, not each time.
     */
    List<TxOutcome> lookBeforeNext(BlockRef head) {
        List<Tx> mined = journal.in(Tx.Stage.MINED);
        if (mined.isEmpty() || !journal.in(Tx.Stage.OPEN).isEmpty()) {
            return lookAtAll();
        }
        TxOutcome newest = look(mined.getLast().id(), head);
        return newest.isOpen() ? lookAtAll() : List.of(newest);
    }
}
