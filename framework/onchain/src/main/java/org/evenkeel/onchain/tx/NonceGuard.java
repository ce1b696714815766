package org.evenkeel.onchain.tx;

import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;

/** Compares the wallet's nonce in the chain with its journal's: nothing but this journal may have moved it. */
final class NonceGuard {
    private final ChainClient client;
    private final Address wallet;
    private final TxJournal journal;

    NonceGuard(ChainClient client, Address wallet, TxJournal journal) {
        this.client = client;
        this.wallet = wallet;
        this.journal = journal;
    }

    /**
     * Makes sure that a journal is this wallet's. An empty one is begun with the chain's nonce, when nothing of the wallet
     * waits. Where the wallet has sent something before, the journal that tells of it may be lost, and only a person can
     * say that there was none.
     */
    void begin(BlockRef head, Opening opening) {
        Optional<TxEvent.Began> began = journal.began();
        if (began.isEmpty()) {
            beginEmpty(head, opening);
        } else if (opening.begins()) {
            throw new TxException.Conflict(opening.place() + " holds a journal already, which knows what the wallet "
                    + wallet + " sent: open that one.");
        } else {
            requireOwn(began.orElseThrow());
        }
    }

    private void requireOwn(TxEvent.Began began) {
        if (began.chainId() != client.chain().id() || !began.wallet().equals(wallet)) {
            throw new TxException.Conflict("The journal is that of the wallet " + began.wallet()
                    + " on the chain with the id " + began.chainId() + ", not of " + wallet + " on " + client.chain()
                    + ": each wallet has a folder of its own on each chain.");
        }
    }

    private void beginEmpty(BlockRef head, Opening opening) {
        long nonce = client.transactions().nonce(head, wallet);
        if (nonce > 0 && !opening.begins()) {
            throw new TxException.NoJournal(wallet + " on " + client.chain(), nonce, opening.place());
        }
        long pending = client.transactions().pendingNonce(wallet);
        if (pending > nonce) {
            throw new TxException.Conflict("The journal of " + wallet + " on " + client.chain() + " is empty, and "
                    + (pending - nonce) + " transactions of this wallet wait for a block: they were sent by something"
                    + " else. Wait until they are in blocks and nothing else uses the wallet, or restore its journal.");
        }
        journal.record(new TxEvent.Began(client.chain().id(), wallet, nonce));
    }

    /**
     * Freezes the wallet when the chain has more transactions of it than the journal, in blocks or waiting.
     *
     * @return why the next nonce cannot be taken at this block yet, as {@link #behind} says
     */
    Optional<String> check(BlockRef head) {
        long used = client.transactions().nonce(head, wallet);
        if (journal.frozen().isEmpty()) {
            check(head, used);
        }
        return behind(head, used);
    }

    private void check(BlockRef head, long used) {
        long next = journal.nextNonce();
        long pending = used > next ? used : client.transactions().pendingNonce(wallet);
        if (used > next) {
            freeze("the chain has used its nonces up to " + (used - 1) + " at block " + head, next);
        } else if (pending > next) {
            freeze("a transaction with the nonce " + (pending - 1) + " waits for a block", next);
        }
    }

    private void freeze(String found, long next) {
        journal.record(new TxEvent.Frozen("the journal has taken no nonce from " + next + " on, and " + found
                + ": this is the journal of a backup that was rolled back, or the wallet was used elsewhere"));
    }

    /** Whether a block of the chain has a transaction with this nonce. */
    boolean isUsed(BlockRef head, long nonce) {
        return client.transactions().nonce(head, wallet) > nonce;
    }

    /** Why the next nonce cannot be taken at this block yet: it has not all that landed before. */
    Optional<String> behind(BlockRef head) {
        return behind(head, client.transactions().nonce(head, wallet));
    }

    private Optional<String> behind(BlockRef head, long used) {
        long next = journal.nextNonce();
        return used >= next
                ? Optional.empty()
                : Optional.of("block " + head + " has seen the wallet's nonces up to " + (used - 1)
                        + ", and those up to " + (next - 1) + " are taken: wait until the node has caught up");
    }

    /**
     * @throws TxException.Frozen when the wallet is frozen
     */
    void requireNotFrozen() {
        journal.frozen().ifPresent(why -> {
            throw new TxException.Frozen("The wallet " + wallet + " on " + client.chain() + " is frozen: " + why
                    + ". Nothing is signed. Restore the newest journal if this is an old one; if the key is known to"
                    + " somebody else, move what is left to a new wallet; if it was you, stop sending from elsewhere"
                    + " and release the wallet, which then goes on from the chain's nonce.");
        });
    }

    /**
     * Ends a freeze: from here on the chain's nonce is right.
     *
     * @throws TxException.Conflict when a transaction of the journal could still land, or the node is behind
     */
    void release(String signedOff) {
        List<Tx> open = journal.in(Tx.Stage.OPEN, Tx.Stage.INTENDED);
        if (!open.isEmpty()) {
            throw new TxException.Conflict(open.getFirst().id() + " may still land: wait until it has, or until its"
                    + " nonce is used for certain.");
        }
        BlockRef head = client.head();
        behind(head).ifPresent(why -> {
            throw new TxException.Conflict("The wallet " + wallet + " cannot be released: " + why + ".");
        });
        long pending = client.transactions().pendingNonce(wallet);
        long used = client.transactions().nonce(head, wallet);
        if (pending > used) {
            throw new TxException.Conflict("Transactions of the wallet " + wallet
                    + " that are not this journal's wait for a block: wait until they are in one.");
        }
        journal.record(new TxEvent.Released(used, signedOff));
    }
}
