package org.evenkeel.onchain.tx;

import java.util.function.Function;
import org.evenkeel.onchain.sign.SignedTransaction;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.UnsignedTransaction;

/** Signs, records, and only then sends. */
final class Outbox {
    private final Signer signer;
    private final TxJournal journal;
    private final Lookup lookup;

    Outbox(Signer signer, TxJournal journal, Lookup lookup) {
        this.signer = signer;
        this.journal = journal;
        this.lookup = lookup;
    }

    /**
     * Sends something with a transaction's nonce.
     *
     * @param fact what is recorded of it once it is signed
     * @throws SigningRefused when the signer's policy has it not; a nonce that nothing was signed for is free then
     */
    TxOutcome send(Tx tx, UnsignedTransaction unsigned, Function<SignedTransaction, TxEvent> fact) {
        SignedTransaction signed;
        try {
            signed = SignedTransaction.by(signer, unsigned);
        } catch (SigningRefused refused) {
            if (tx.stage() == Tx.Stage.INTENDED) {
                journal.record(new TxEvent.Abandoned(tx.id(), String.valueOf(refused.getMessage())));
            }
            throw refused;
        }
        journal.record(fact.apply(signed));
        return lookup.send(journal.get(tx.id()), signed);
    }
}
