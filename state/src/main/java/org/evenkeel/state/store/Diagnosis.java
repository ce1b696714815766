package org.evenkeel.state.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.LedgerSnapshot;

/**
 * Finds out where a damaged snapshot is damaged, and what is left. A checksum tells that a file is wrong, not where;
 * but a snapshot is the fold of its journal, byte for byte, so that folding the journal again shows the first byte that
 * differs.
 */
final class Diagnosis {
    private final StateFolder folder;
    private final byte[] bytes;

    private Diagnosis(StateFolder folder, byte[] bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    /** The damage with the place where it is, if that can be found, and with what can be done about it. */
    static StateException.Corrupt of(StateFolder folder, byte[] bytes, StateException.Corrupt damage) {
        Diagnosis diagnosis = new Diagnosis(folder, bytes);
        OptionalLong place = diagnosis.place();
        String message = damage.getMessage()
                + (place.isPresent()
                        ? " Folding the journal shows the first wrong byte at " + place.getAsLong() + "."
                        : "")
                + " Nothing was changed. "
                + diagnosis.whatIsLeft(place.isPresent());
        long offset = place.orElse(damage.offset());
        return damage.checksums()
                .map(checksums -> new StateException.Corrupt(damage.file(), offset, message, checksums))
                .orElseGet(() -> new StateException.Corrupt(damage.file(), offset, message, damage.getCause()));
    }

    /**
     * How far the file agrees with the snapshot of its journal at its place; nothing where the journal is damaged too. The
     * head names the place twice, by its sequence number and by its hash, far apart. A wrong number can be that of another
     * place, a wrong hash cannot: the hash goes before.
     */
    private OptionalLong place() {
        if (!Files.exists(folder.journal())) {
            return OptionalLong.empty();
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 400), java.nio.charset.StandardCharsets.US_ASCII);
        OptionalLong byNumber = OptionalLong.empty();
        try (JournalReader reader = new JournalReader(folder.journal())) {
            Ledger ledger = new Ledger();
            while (reader.next()) {
                ledger.apply(reader.event());
                JournalPosition position = reader.position();
                if (head.contains(position.hash())) {
                    return OptionalLong.of(agreement(ledger.snapshot(), position));
                }
                if (head.contains("\"sequence\": " + position.sequence() + ",")) {
                    byNumber = OptionalLong.of(agreement(ledger.snapshot(), position));
                }
            }
        } catch (StateException | IllegalStateException e) {
            return OptionalLong.empty();
        }
        return byNumber;
    }

    private long agreement(LedgerSnapshot ledger, JournalPosition position) {
        int agreed = 0;
        for (byte[] piece : SnapshotFile.encode(ledger, position)) {
            int end = Math.min(bytes.length, agreed + piece.length);
            int wrong = Arrays.mismatch(bytes, agreed, end, piece, 0, piece.length);
            if (wrong >= 0) {
                return (long) agreed + wrong;
            }
            agreed = end;
        }
        return agreed;
    }

    private String whatIsLeft(boolean journalIsWhole) {
        String rebuild = journalIsWhole
                ? "The journal is whole: move " + StateFolder.SNAPSHOT
                        + " away, and the next start builds it again from " + StateFolder.JOURNAL + ". "
                : "Restore the folder from a backup. ";
        return rebuild + previousGeneration();
    }

    private String previousGeneration() {
        Path previous = folder.previous();
        if (!Files.exists(previous)) {
            return "There is no earlier snapshot.";
        }
        try {
            long sequence = folder.loadPrevious().sequence();
            return "The snapshot before it, of event " + sequence + ", is whole and can be read: " + previous + ".";
        } catch (StateException e) {
            return "The snapshot before it, " + previous + ", cannot be read either.";
        }
    }
}
