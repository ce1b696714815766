package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.sign.SignedTransaction;

/**
 * A transaction as the journal knows it.
 *
 * @param signed as it was signed: at first, and then with ever higher fees
 * @param cancelling what cancels it, as that was signed, with higher fees yet; empty while it is wanted
 * @param receipt what it did, or what cancels it, while one of them is in a block
 * @param reason why it reverted
 */
record Tx(
        TxRequest request,
        long nonce,
        BigInteger gas,
        Stage stage,
        List<SignedTransaction> signed,
        List<SignedTransaction> cancelling,
        Optional<Receipt> receipt,
        String reason) {
    enum Stage {
        INTENDED,
        OPEN,
        MINED,
        SETTLED,
        REPLACED,
        ABANDONED
    }

    Tx {
        signed = List.copyOf(signed);
        cancelling = List.copyOf(cancelling);
    }

    static Tx of(TxEvent.Intended intended) {
        return new Tx(
                intended.request(),
                intended.nonce(),
                intended.gas(),
                Stage.INTENDED,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    String id() {
        return request.id();
    }

    Tx in(Stage next) {
        return new Tx(request, nonce, gas, next, signed, cancelling, receipt, reason);
    }

    Tx with(SignedTransaction further) {
        return new Tx(request, nonce, gas, Stage.OPEN, and(signed, further), cancelling, receipt, reason);
    }

    Tx cancelledBy(SignedTransaction further) {
        return new Tx(request, nonce, gas, Stage.OPEN, signed, and(cancelling, further), receipt, reason);
    }

    private static List<SignedTransaction> and(List<SignedTransaction> before, SignedTransaction further) {
        List<SignedTransaction> all = new ArrayList<>(before);
        all.add(further);
        return all;
    }

    Tx mined(TxEvent.Mined mined) {
        return new Tx(
                request, nonce, gas, Stage.MINED, signed, cancelling, Optional.of(mined.receipt()), mined.reason());
    }

    Tx reorganised() {
        return new Tx(request, nonce, gas, Stage.OPEN, signed, cancelling, Optional.empty(), "");
    }

    /** Whether it is to be cancelled. It may land all the same, until what cancels it has. */
    boolean isCancelling() {
        return !cancelling.isEmpty();
    }

    /** Whether a transaction of this hash cancels it. */
    boolean isCancelledBy(Bytes hash) {
        return cancelling.stream().anyMatch(one -> one.hash().equals(hash));
    }

    /** All that may land with its nonce, those with the highest fees first. */
    List<SignedTransaction> all() {
        return Stream.concat(cancelling.reversed().stream(), signed.reversed().stream())
                .toList();
    }

    /** The one with the highest fees. */
    SignedTransaction newest() {
        return all().getFirst();
    }

    /** As it stands, without looking at the chain. */
    TxOutcome outcome() {
        return switch (stage) {
            case OPEN ->
                new TxOutcome.StillOpen(
                        id(),
                        newest().hash(),
                        isCancelling() ? "what cancels it waits for a block" : "it waits for a block");
            case MINED, SETTLED -> landed(receipt.orElseThrow());
            case REPLACED -> new TxOutcome.Replaced(id(), "another transaction has the nonce " + nonce);
            case INTENDED, ABANDONED -> throw new IllegalStateException(id() + " was not signed.");
        };
    }

    private TxOutcome landed(Receipt receipt) {
        TxOutcome.Certainty certainty =
                stage == Stage.SETTLED ? TxOutcome.Certainty.FINAL : TxOutcome.Certainty.PROVISIONAL;
        return isCancelledBy(receipt.hash())
                ? new TxOutcome.Cancelled(id(), receipt, certainty)
                : new TxOutcome.Mined(id(), receipt, reason, certainty);
    }
}
