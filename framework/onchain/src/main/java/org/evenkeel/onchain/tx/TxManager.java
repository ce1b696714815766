package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.state.store.StateException;

/**
 * Sends the transactions of one wallet on one chain, and knows what became of each. Only one is open at a time.
 *
 * <p>Its journal is a folder of its own, which is locked while it is open. What cannot be written to it is not signed or
 * not sent: then {@link StateException} is thrown, and the manager is of no more use. Where the chain cannot be asked,
 * {@link org.evenkeel.onchain.rpc.ChainException} is thrown, and nothing has changed. Safe for use by several threads.
 */
public final class TxManager implements Account, AutoCloseable {
    /** The journal's file in its folder. */
    public static final String JOURNAL = "transactions.jsonl";

    private final ChainClient client;
    private final Signer signer;
    private final TxSettings settings;
    private final TxJournal journal;
    private final FeeDesk desk;
    private final NonceGuard guard;
    private final Lookup lookup;
    private final Outbox outbox;
    private final Replacer replacer;
    private final List<String> notices;
    /** How often each was looked for while it was waited for, by its id: a wait that is cut into pieces is one wait. */
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();

    private TxManager(ChainClient client, Signer signer, TxSettings settings, Opening opening) {
        this.client = client;
        this.signer = signer;
        this.settings = settings;
        notices = opening.notices();
        journal = new TxJournal(opening.log(), client.clock());
        desk = new FeeDesk(client, signer.address(), settings);
        guard = new NonceGuard(client, signer.address(), journal);
        lookup = new Lookup(client, signer.address(), journal, desk, settings.confirmations());
        outbox = new Outbox(signer, journal, lookup);
        replacer = new Replacer(guard, journal, desk, outbox, settings.mostRaises());
    }

    /**
     * Opens the wallet's journal, and looks for every transaction that may have landed since. A wallet that never sent
     * anything has none yet, and it is begun.
     *
     * @param folder of this wallet and this chain alone
     * @throws TxException.NoJournal when the folder holds none, and the wallet has sent something
     * @throws TxException.Locked when another process has it
     * @throws TxException.Conflict when it is of another wallet or chain
     * @throws StateException when it is damaged
     * @throws org.evenkeel.onchain.rpc.ChainException when the chain cannot be asked
     */
    public static TxManager open(ChainClient client, Signer signer, Path folder, TxSettings settings) {
        return open(client, signer, settings, Opening.of(folder, false, signer.address() + " on " + client.chain()));
    }

    /**
     * Begins the journal of a wallet that sent transactions before it had one, from the chain's nonce on. For a person who
     * knows that there never was one, and that what was sent before is done with.
     *
     * @param folder of this wallet and this chain alone, without a journal
     * @throws TxException.Conflict when there is a journal, or a transaction of the wallet waits for a block
     * @throws TxException.Locked when another process has it
     * @throws StateException when it is damaged
     * @throws org.evenkeel.onchain.rpc.ChainException when the chain cannot be asked
     */
    public static TxManager begin(ChainClient client, Signer signer, Path folder, TxSettings settings) {
        return open(client, signer, settings, Opening.of(folder, true, signer.address() + " on " + client.chain()));
    }

    static TxManager open(ChainClient client, Signer signer, TxSettings settings, Opening opening) {
        boolean opened = false;
        try {
            TxManager manager = new TxManager(client, signer, settings, opening);
            manager.resume(opening);
            opened = true;
            return manager;
        } finally {
            if (!opened) {
                opening.log().close();
            }
        }
    }

    private void resume(Opening opening) {
        BlockRef head = client.head();
        guard.begin(head, opening);
        abandonUnsigned("the process ended before it was signed");
        lookup.lookAtAll();
        check(client.head());
    }

    /** Why the next nonce cannot be taken yet; what a deep reorganisation took back is sent again before it can. */
    private Optional<String> check(BlockRef head) {
        Optional<String> behind = guard.check(head);
        if (behind.isPresent()) {
            lookup.lookDeeper(head);
        }
        return behind;
    }

    private void abandonUnsigned(String why) {
        journal.in(Tx.Stage.INTENDED).forEach(tx -> journal.record(new TxEvent.Abandoned(tx.id(), why)));
    }

    /** The wallet. */
    public Address wallet() {
        return signer.address();
    }

    @Override
    public Address address() {
        return wallet();
    }

    @Override
    public synchronized boolean isSigned(String id) {
        return journal.find(id)
                .filter(tx -> tx.stage() != Tx.Stage.ABANDONED && tx.stage() != Tx.Stage.INTENDED)
                .isPresent();
    }

    @Override
    public synchronized long nonce(String id) {
        return journal.get(id).nonce();
    }

    @Override
    public BigInteger estimateGas(BlockRef at, Call call, BigInteger wei) {
        return client.transactions().estimateGas(at, wallet(), call, wei);
    }

    /** What a person should know of how the journal was found. */
    public List<String> notices() {
        return notices;
    }

    /** Why nothing is signed any more; empty while the wallet is not frozen. */
    public synchronized Optional<String> frozen() {
        return journal.frozen();
    }

    /**
     * Records, signs and sends a transaction, once. For an id that was signed before nothing is signed: then this is a
     * look at what became of it.
     *
     * @throws TxException.Frozen when something else moved the wallet's nonce
     * @throws TxException.Conflict when the id is that of a different transaction
     * @throws SigningRefused when the signer's policy has it not
     */
    @Override
    public synchronized TxOutcome submit(TxRequest request) {
        Optional<Tx> known = journal.find(request.id()).filter(tx -> tx.stage() != Tx.Stage.ABANDONED);
        if (known.filter(tx -> tx.stage() != Tx.Stage.INTENDED).isPresent()) {
            requireSame(request, known.orElseThrow());
            return lookup.look(request.id());
        }
        guard.requireNotFrozen();
        abandonUnsigned("it was not signed");
        BlockRef head = client.head();
        Optional<TxOutcome> open =
                lookup.lookBeforeNext(head).stream().filter(TxOutcome::isOpen).findFirst();
        if (open.isPresent()) {
            return deferred(
                    request,
                    TxOutcome.Reason.EARLIER_ONE_OPEN,
                    open.orElseThrow().id() + " has not landed yet");
        }
        return take(request, head);
    }

    private static void requireSame(TxRequest request, Tx known) {
        if (!known.request().equals(request)) {
            throw new TxException.Conflict(
                    "The id " + request.id() + " is that of " + known.request().call()
                            + " with " + known.request().value() + " wei (nonce " + known.nonce()
                            + "), and now something else is asked for under it: take a new id for a new transaction.");
        }
    }

    private static TxOutcome.Deferred deferred(TxRequest request, TxOutcome.Reason reason, String why) {
        return new TxOutcome.Deferred(request.id(), reason, why);
    }

    private TxOutcome take(TxRequest request, BlockRef head) {
        Optional<String> behind = check(head);
        guard.requireNotFrozen();
        if (behind.isPresent()) {
            return deferred(request, TxOutcome.Reason.CHAIN_BEHIND, behind.orElseThrow());
        }
        return switch (desk.ask(head, request)) {
            case FeeDesk.Answer.Refusal refusal -> refusal.why();
            case FeeDesk.Answer.Offer offer -> {
                journal.record(new TxEvent.Intended(request, journal.nextNonce(), offer.gas()));
                Tx tx = journal.get(request.id());
                yield outbox.send(tx, desk.unsigned(tx, offer.fees()), signed -> new TxEvent.Signed(tx.id(), signed));
            }
        };
    }

    @Override
    public synchronized TxOutcome look(String id) {
        return lookup.look(id);
    }

    @Override
    public synchronized Optional<TxOutcome> find(String id) {
        return journal.find(id)
                .filter(tx -> tx.stage() != Tx.Stage.INTENDED && tx.stage() != Tx.Stage.ABANDONED)
                .map(tx -> lookup.look(id));
    }

    /** Looks for every transaction that may still land or be undone, and for nonces that are not this journal's. */
    public synchronized List<TxOutcome> reconcile() {
        List<TxOutcome> outcomes = lookup.lookAtAll();
        check(client.head());
        return outcomes;
    }

    /** Whatever moved the wallet's nonce, in a block or waiting for one, freezes it. */
    @Override
    public synchronized Optional<String> lookForOthers() {
        if (journal.frozen().isEmpty()) {
            guard.check(client.head());
        }
        return journal.frozen();
    }

    /**
     * Looks for a transaction until it is in a block, or can never be. Now and then, while it waits, its fees are raised.
     */
    @Override
    public TxOutcome await(String id, Waiting waiting) {
        TxOutcome outcome = look(id);
        while (outcome.isOpen() && waiting.again(outcome)) {
            int looked = looks.merge(id, 1, Integer::sum);
            outcome = looked % settings.looksBeforeRaise() == 0 ? lookAndRaise(id) : look(id);
        }
        if (!outcome.isOpen()) {
            looks.remove(id);
        }
        return outcome;
    }

    private TxOutcome lookAndRaise(String id) {
        try {
            TxOutcome raised = raise(id);
            return raised instanceof TxOutcome.Deferred ? look(id) : raised;
        } catch (SigningRefused overTheCaps) {
            return look(id); // It goes on waiting with the fees that it has.
        }
    }

    /**
     * Sends a transaction that waits with higher fees in place of itself: both an eighth more at least, and the same
     * nonce. Where it has landed meanwhile, nothing is signed.
     *
     * @return deferred, when the fees would be above the cap, or were raised often enough: it goes on waiting as it is
     */
    public synchronized TxOutcome raise(String id) {
        TxOutcome before = lookup.look(id);
        return before.isOpen() ? replacer.raise(before, client.head()) : before;
    }

    /**
     * Sends nothing in place of a transaction that waits: a transfer of no coin to the wallet itself, with its nonce and
     * fees an eighth higher at least. Either of the two lands, and which one is known once it has: this one is mined then,
     * or cancelled, and its id stays taken. A second call signs nothing more. While it waits, {@link #raise} and
     * {@link #await} raise the fees of what cancels it.
     *
     * @return deferred, when the fees would be above the cap: the transaction goes on waiting as it is
     * @throws TxException.Frozen when something else moved the wallet's nonce
     * @throws SigningRefused when the signer's policy has it not
     * @throws NullPointerException when no transaction has the id
     */
    public synchronized TxOutcome cancel(String id) {
        TxOutcome before = lookup.look(id);
        return before.isOpen() ? replacer.cancel(before, client.head()) : before;
    }

    /**
     * Ends a freeze: from here on the chain's nonce is right. For a person who knows what else was sent from the wallet.
     *
     * @param signedOff who decided it and why, for the journal
     * @throws TxException.Conflict when a transaction of the journal could still land, or the node is behind
     */
    public synchronized void release(String signedOff) {
        lookup.lookAtAll();
        guard.release(signedOff);
    }

    @Override
    public synchronized void close() {
        journal.close();
    }
}
