package org.evenkeel.onchain.tx;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that happened to a wallet's transactions, and what follows from it. What is recorded is on the disk. */
final class TxJournal implements AutoCloseable {
    private final TxLog log;
    private final InstantSource clock;
    private final Map<String, Tx> transactions = new LinkedHashMap<>();
    private TxEvent.@Nullable Began began;
    private @Nullable String frozen;
    private long nextNonce;

    TxJournal(TxLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        int line = 0;
        for (String record : log.records()) {
            line++;
            apply(line, record);
        }
    }

    private void apply(int line, String record) {
        try {
            apply(TxEventJson.read(record).event());
        } catch (RuntimeException unreadable) {
            throw new TxException.Conflict("Line " + line + " of the journal of transactions is whole, but no event"
                    + " that can follow (" + unreadable.getMessage()
                    + "): it was written by another release. Use that one.");
        }
    }

    /** Records an event, and then only draws the consequence. */
    void record(TxEvent event) {
        log.append(TxEventJson.write(new TxEntry(clock.instant(), event)));
        apply(event);
    }

    private void apply(TxEvent event) {
        switch (event) {
            case TxEvent.Began first -> {
                began = first;
                nextNonce = first.nonce();
            }
            case TxEvent.Intended intended -> {
                put(Tx.of(intended));
                nextNonce = intended.nonce() + 1;
            }
            case TxEvent.Abandoned abandoned -> {
                put(get(abandoned.id()).in(Tx.Stage.ABANDONED));
                nextNonce = get(abandoned.id()).nonce();
            }
            case TxEvent.Signed signed -> put(get(signed.id()).with(signed.transaction()));
            case TxEvent.Cancelling cancelling -> put(get(cancelling.id()).cancelledBy(cancelling.transaction()));
            case TxEvent.Mined mined -> put(get(mined.id()).mined(mined));
            case TxEvent.Reorganised gone -> put(get(gone.id()).reorganised());
            case TxEvent.Settled settled -> put(get(settled.id()).in(Tx.Stage.SETTLED));
            case TxEvent.Replaced replaced -> {
                put(get(replaced.id()).in(Tx.Stage.REPLACED));
                frozen = replaced.why();
            }
            case TxEvent.Frozen freeze -> frozen = freeze.why();
            case TxEvent.Released released -> {
                nextNonce = released.nonce();
                frozen = null;
            }
        }
    }

    private void put(Tx tx) {
        transactions.put(tx.id(), tx);
    }

    /** What began it; empty where nothing is recorded yet. */
    Optional<TxEvent.Began> began() {
        return Optional.ofNullable(began);
    }

    /** The nonce that comes after all that were taken. */
    long nextNonce() {
        return nextNonce;
    }

    /** Why nothing may be signed. */
    Optional<String> frozen() {
        return Optional.ofNullable(frozen);
    }

    Optional<Tx> find(String id) {
        return Optional.ofNullable(transactions.get(id));
    }

    Tx get(String id) {
        return Objects.requireNonNull(transactions.get(id), () -> "No transaction has the id " + id + ".");
    }

    /** Those in a stage, in the order of their nonces. */
    List<Tx> in(Tx.Stage... stages) {
        List<Tx.Stage> wanted = List.of(stages);
        return transactions.values().stream()
                .filter(tx -> wanted.contains(tx.stage()))
                .sorted(Comparator.comparingLong(Tx::nonce))
                .toList();
    }

    @Override
    public void close() {
        log.close();
    }
}
