package org.evenkeel.onchain.tx;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.state.store.ChainedLog;

/**
 * A journal of transactions as it stands, for a person to look at. No chain is asked, nothing is locked or changed; a
 * process that trades with the wallet may go on meanwhile.
 *
 * @param chainId of which chain it is
 * @param wallet whose it is
 * @param nextNonce after all that were taken
 * @param frozen why nothing is signed any more
 * @param open what was signed and may still land, by nonce
 * @param succeeded the ids of what landed and did what it was to do, as far as was looked
 * @param torn whether a process ended while it wrote the last line
 */
public record JournalSummary(
        long chainId,
        Address wallet,
        long nextNonce,
        Optional<String> frozen,
        List<Open> open,
        Set<String> succeeded,
        boolean torn) {
    /** Copies. */
    public JournalSummary {
        open = List.copyOf(open);
        succeeded = Set.copyOf(succeeded);
    }

    /**
     * A transaction that may still land.
     *
     * @param id what its caller knows it by
     * @param nonce its place among the wallet's
     * @param hash that it was last signed with
     * @param call what it does
     */
    public record Open(String id, long nonce, Bytes hash, String call) {}

    /**
     * Reads the journal of a folder.
     *
     * @return empty where none was begun
     * @throws org.evenkeel.state.store.StateException when it is damaged or cannot be read
     * @throws TxException.Conflict when another release wrote it
     */
    public static Optional<JournalSummary> read(Path folder) {
        ChainedLog.Reading reading = ChainedLog.read(folder, TxManager.JOURNAL);
        try (TxJournal journal = new TxJournal(readOnly(reading.records()), () -> Instant.EPOCH)) {
            return journal.began()
                    .map(began -> new JournalSummary(
                            began.chainId(),
                            began.wallet(),
                            journal.nextNonce(),
                            journal.frozen(),
                            journal.in(Tx.Stage.OPEN).stream()
                                    .map(JournalSummary::open)
                                    .toList(),
                            journal.in(Tx.Stage.MINED, Tx.Stage.SETTLED).stream()
                                    .filter(tx -> tx.outcome().succeeded())
                                    .map(Tx::id)
                                    .collect(Collectors.toSet()),
                            reading.torn()));
        }
    }

    private static Open open(Tx tx) {
        return new Open(
                tx.id(), tx.nonce(), tx.newest().hash(), tx.request().call().toString());
    }

    private static TxLog readOnly(List<String> records) {
        return new TxLog() {
            @Override
            public List<String> records() {
                return records;
            }

            @Override
            public void append(String record) {
                throw new UnsupportedOperationException("The journal is only looked at.");
            }

            @Override
            public void close() {}
        };
    }
}
