package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;

/**
 * A Safe that one of its owners speaks for alone. The Safe holds the money; the owner's key sends every call through it and
 * pays the gas with coins of its own. Where what the Safe is told fails, its transaction fails as a whole.
 *
 * <p>The Safe counts what it does. What it has done beyond what was told through here, such as on a signature of an owner
 * that somebody else sent in, stops everything, as a nonce of the key that was used elsewhere does. What a module of the
 * Safe does is not counted, and shows only in its balances. Safe for use by several threads.
 */
public final class SafeAccount extends SafeSpeaker {
    /** What a Safe does around a call, at most: it reads owners, threshold and nonce, counts, and logs. */
    static final long GAS_AROUND = 80_000;

    private final ChainClient client;
    private final SafeContract safe;
    private final SafeNonces nonces;

    private SafeAccount(ChainClient client, TxManager owner, SafeContract safe, SafeNonces nonces) {
        super(owner);
        this.client = client;
        this.safe = safe;
        this.nonces = nonces;
    }

    /**
     * Makes sure that the key speaks for the Safe, and that the Safe has done nothing else since it was last used.
     *
     * @param owner what sends for an owner's key, and stays the caller's to close
     * @param safe the Safe's contract
     * @param folder of this Safe on this chain alone
     * @throws SafeException when the Safe needs other signatures, or is none
     * @throws TxException.Conflict when it has done something else
     * @throws org.evenkeel.state.store.StateException when the folder is damaged or another process has it
     */
    public static SafeAccount open(ChainClient client, TxManager owner, Address safe, Path folder) {
        SafeContract contract = new SafeContract(client, safe);
        BlockRef head = client.head();
        contract.requireSpeaker(head, owner.wallet());
        SafeNonces nonces = SafeNonces.open(folder);
        boolean opened = false;
        try {
            if (nonces.last().isEmpty()) {
                nonces.record(new SafeNonces.Entry(contract.nonce(head), Optional.empty(), "first use"));
            }
            SafeAccount account = new SafeAccount(client, owner, contract, nonces);
            account.deferral("open", head);
            opened = true;
            return account;
        } finally {
            if (!opened) {
                nonces.close();
            }
        }
    }

    @Override
    public Address address() {
        return safe.address();
    }

    @Override
    public List<String> notices() {
        BlockRef head = client.head();
        List<String> found = new ArrayList<>();
        List<Address> others = new ArrayList<>(safe.owners(head));
        others.remove(key.wallet());
        if (!others.isEmpty()) {
            found.add("The Safe " + address() + " on " + client.chain()
                    + " has other owners, and each of them alone can" + " move its money: " + others + ".");
        }
        List<Address> modules = safe.modules(head);
        if (!modules.isEmpty()) {
            found.add("The Safe " + address() + " on " + client.chain()
                    + " has modules, which can move its money without" + " an owner: " + modules + ".");
        }
        return found;
    }

    /**
     * Makes a call in the Safe's name, once. Its value is of the Safe's coins; a limit of gas is that of the whole
     * transaction.
     */
    @Override
    public synchronized TxOutcome submit(TxRequest request) {
        Call call = SafeCalls.call(address(), request.call(), request.value(), key.wallet());
        TxOutcome outcome = send(new TxRequest(request.id(), call, BigInteger.ZERO, request.gas(), request.purpose()));
        return outcome instanceof TxOutcome.Deferred deferred && deferred.reason() == TxOutcome.Reason.WOULD_REVERT
                ? innerReason(request, deferred)
                : outcome;
    }

    /**
     * Makes several calls in the Safe's name in one transaction, once: all of them, or none.
     *
     * @param id what they are known by together
     * @param purpose whether the coin that is kept for exits may pay for it
     * @param gas the most that it may use; without it, that is estimated
     * @param multiSend MultiSendCallOnly's contract on this chain, of the Safe's own release
     * @throws IllegalArgumentException when there is no call
     */
    public synchronized TxOutcome submitAll(
            String id, TxRequest.Purpose purpose, Optional<BigInteger> gas, List<Call> calls, Address multiSend) {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to do for " + id + ": give one call or more.");
        }
        Call batch = SafeCalls.batch(address(), multiSend, calls, key.wallet());
        return send(new TxRequest(id, batch, BigInteger.ZERO, gas, purpose));
    }

    private TxOutcome send(TxRequest outer) {
        if (find(outer.id()).isPresent()) {
            return key.submit(outer);
        }
        BlockRef head = client.head();
        Optional<TxOutcome> deferral = deferral(outer.id(), head);
        if (deferral.isPresent()) {
            return deferral.orElseThrow();
        }
        nonces.record(new SafeNonces.Entry(safe.nonce(head), Optional.of(outer.id()), "to be sent"));
        return key.submit(outer);
    }

    /** Why the Safe cannot be told anything at this block yet. What it should not have done is an error. */
    private Optional<TxOutcome> deferral(String id, BlockRef head) {
        SafeNonces.Entry last = nonces.last().orElseThrow();
        Optional<TxOutcome> before = last.id().flatMap(key::find);
        if (before.filter(TxOutcome::isOpen).isPresent()) {
            return Optional.of(new TxOutcome.Deferred(
                    id, TxOutcome.Reason.EARLIER_ONE_OPEN, last.id().orElseThrow() + " has not landed yet"));
        }
        boolean done = before.filter(TxOutcome::succeeded).isPresent();
        long expected = last.nonce() + (done ? 1 : 0);
        long found = safe.nonce(head);
        if (found > expected) {
            throw new TxException.Conflict("The Safe " + address() + " on " + client.chain() + " has done "
                    + (found - expected) + " things that it was not told here (its nonce is " + found + ", and "
                    + expected
                    + " was expected). Nothing is signed. If an owner's key is known to somebody else, move what is left;"
                    + " if it was you, accept the nonce, and compare the books with the Safe.");
        }
        return found == expected
                ? Optional.empty()
                : Optional.of(new TxOutcome.Deferred(
                        id,
                        TxOutcome.Reason.CHAIN_BEHIND,
                        "block " + head + " has not seen yet that the Safe did "
                                + last.id().orElse("what it did")));
    }

    private TxOutcome innerReason(TxRequest request, TxOutcome.Deferred deferred) {
        return client.transactions()
                .refusal(client.head(), address(), request.call(), request.value())
                .<TxOutcome>map(reason -> new TxOutcome.Deferred(
                        request.id(),
                        deferred.reason(),
                        request.call() + " in the name of the Safe " + address() + " would revert: " + reason))
                .orElse(deferred);
    }

    @Override
    public BigInteger estimateGas(BlockRef at, Call call, BigInteger wei) {
        Call outer = SafeCalls.call(address(), call, wei, key.wallet());
        try {
            return key.estimateGas(at, outer, BigInteger.ZERO);
        } catch (RevertException told) {
            throw new RevertException(
                    call,
                    client.transactions().refusal(at, address(), call, wei).orElse(told.reason()));
        }
    }

    @Override
    public long gasAround() {
        return GAS_AROUND;
    }

    /** And whatever the Safe was told by others. */
    @Override
    public synchronized Optional<String> lookForOthers() {
        Optional<String> others = super.lookForOthers();
        if (others.isPresent()) {
            return others;
        }
        try {
            deferral("look", client.head());
            return Optional.empty();
        } catch (TxException.Conflict strange) {
            return Optional.of(String.valueOf(strange.getMessage()));
        }
    }

    /**
     * Goes on from the Safe's nonce as it is. For a person who knows what else the Safe did, at its start or since.
     *
     * @param signedOff who decided it and why, for the record
     * @throws org.evenkeel.state.store.StateException when the folder is damaged or another process has it
     */
    public static void accept(ChainClient client, Address safe, Path folder, String signedOff) {
        try (SafeNonces nonces = SafeNonces.open(folder)) {
            long nonce = new SafeContract(client, safe).nonce(client.head());
            nonces.record(new SafeNonces.Entry(nonce, Optional.empty(), signedOff));
        }
    }

    @Override
    public synchronized void close() {
        nonces.close();
    }
}
