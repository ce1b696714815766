package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.SignedTransaction;
import org.evenkeel.onchain.sign.UnsignedTransaction;

/**
 * A transaction as the journal knows it.
 *
 * @param signed as it was signed: at first, and then with ever higher fees
 * @param receipt what it did, while it is in a block
 * @param reason why it reverted
 */
record Tx(
        TxRequest request,
        long nonce,
        BigInteger gas,
        Stage stage,
        List<SignedTransaction> signed,
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
    }

    static Tx of(TxEvent.Intended intended) {
        return new Tx(
                intended.request(), intended.nonce(), intended.gas(), Stage.INTENDED, List.of(), Optional.empty(), "");
    }

    String id() {
        return request.id();
    }

    Tx in(Stage next) {
        return new Tx(request, nonce, gas, next, signed, receipt, reason);
    }

    Tx with(SignedTransaction further) {
        List<SignedTransaction> all = new ArrayList<>(signed);
        all.add(further);
        return new Tx(request, nonce, gas, Stage.OPEN, all, receipt, reason);
    }

    Tx mined(TxEvent.Mined mined) {
        return new Tx(request, nonce, gas, Stage.MINED, signed, Optional.of(mined.receipt()), mined.reason());
    }

    Tx reorganised() {
        return new Tx(request, nonce, gas, Stage.OPEN, signed, Optional.empty(), "");
    }

    /** The one with the highest fees. */
    SignedTransaction newest() {
        return signed.getLast();
    }

    UnsignedTransaction unsigned(long chainId, Fees fees) {
        return new UnsignedTransaction(chainId, nonce, request.call(), request.value(), gas, fees);
    }

    /** As it stands, without looking at the chain. */
    TxOutcome outcome() {
        return switch (stage) {
            case OPEN -> new TxOutcome.StillOpen(id(), newest().hash(), "it waits for a block");
            case MINED, SETTLED ->
                new TxOutcome.Mined(
                        id(),
                        receipt.orElseThrow(),
                        reason,
                        stage == Stage.SETTLED ? TxOutcome.Certainty.FINAL : TxOutcome.Certainty.PROVISIONAL);
            case REPLACED -> new TxOutcome.Replaced(id(), "another transaction has the nonce " + nonce);
            case INTENDED, ABANDONED -> throw new IllegalStateException(id() + " was not signed.");
        };
    }
}
