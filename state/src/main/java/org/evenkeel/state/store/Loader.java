package org.evenkeel.state.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;

/** Makes a ledger of what is in a folder: its snapshot, and what the journal has beyond it. */
final class Loader {
    private final StateFolder folder;
    private final Consumer<Event> journal;

    private Loader(StateFolder folder, Consumer<Event> journal) {
        this.folder = folder;
        this.journal = journal;
    }

    /**
     * What was loaded.
     *
     * @param ledger the ledger
     * @param position where the journal is after its last whole line
     * @param torn what follows after that: the beginning of a line, or nothing
     * @param snapshot the event that the snapshot is of; 0 where there is none
     */
    record Loaded(Ledger ledger, JournalPosition position, byte[] torn, long snapshot) {}

    /**
     * @param journal what the ledger hands events to: those read now, and those of later
     */
    static Loaded load(StateFolder folder, Consumer<Event> journal) {
        requireState(folder);
        return new Loader(folder, journal).load();
    }

    static void requireState(StateFolder folder) {
        if (!folder.holdsState()) {
            throw new StateException.Missing(
                    folder.folder(),
                    "There is no state in " + folder.folder() + ": it has neither " + StateFolder.SNAPSHOT + " nor "
                            + StateFolder.JOURNAL + ". Give the folder that a run wrote, or begin a new run.");
        }
    }

    private Loaded load() {
        if (!Files.exists(folder.journal())) {
            throw new StateException.Conflict(
                    folder.journal(),
                    folder.snapshot() + " is there, but its journal " + folder.journal()
                            + " is not: restore it from a backup. The snapshot by itself can be read, not continued.");
        }
        try (JournalReader reader = new JournalReader(folder.journal())) {
            return Files.exists(folder.snapshot()) ? loadBoth(reader) : loadRest(reader, new Ledger(journal), 0);
        }
    }

    /** Reads the snapshot, and meanwhile makes sure of the journal up to there. */
    private Loaded loadBoth(JournalReader reader) {
        Path file = folder.snapshot();
        byte[] bytes = SnapshotFile.bytes(file);
        SnapshotFile.Content content;
        JournalPosition reached;
        try {
            long sequence = SnapshotFile.head(file, bytes).sequence();
            try (Meanwhile<JournalPosition> skip = Meanwhile.of(() -> reader.skipTo(sequence))) {
                content = SnapshotFile.decode(file, bytes);
                reached = skip.get();
            }
        } catch (StateException.Corrupt damage) {
            throw damage.file().equals(file) ? Diagnosis.of(folder, bytes, damage) : damage;
        }
        requireSame(reached, content.position());
        reader.use(Tables.of(content.ledger().info().market()));
        return loadRest(
                reader, restored(file, content, journal), content.position().sequence());
    }

    private Loaded loadRest(JournalReader reader, Ledger ledger, long snapshot) {
        while (reader.next()) {
            apply(reader, ledger);
        }
        return new Loaded(ledger, reader.position(), reader.torn(), snapshot);
    }

    static Ledger restored(Path file, SnapshotFile.Content content, Consumer<Event> journal) {
        try {
            return Ledger.restored(content.ledger(), journal);
        } catch (IllegalStateException e) {
            throw new StateException.Corrupt(
                    file, 0, file + " contradicts itself: " + e.getMessage() + " Restore it from a backup.", e);
        }
    }

    private void requireSame(JournalPosition reached, JournalPosition snapshot) {
        if (reached.sequence() < snapshot.sequence()) {
            throw new StateException.Conflict(
                    folder.journal(),
                    folder.snapshot() + " is of event " + snapshot.sequence() + ", but " + folder.journal()
                            + " ends with event " + reached.sequence() + ", at byte " + reached.bytes()
                            + ": the journal was cut short, or comes from an older backup. Restore both files from one"
                            + " backup.");
        }
        if (!reached.equals(snapshot)) {
            throw new StateException.Conflict(
                    folder.snapshot(),
                    folder.snapshot() + " and " + folder.journal() + " are of two runs: at event " + snapshot.sequence()
                            + " the journal is at byte " + reached.bytes() + " with the hash " + reached.hash()
                            + ", the snapshot was taken at byte " + snapshot.bytes() + " with the hash "
                            + snapshot.hash() + ". Restore both files from one backup.");
        }
    }

    private void apply(JournalReader reader, Ledger ledger) {
        Event event = reader.event();
        try {
            ledger.apply(event);
        } catch (IllegalStateException e) {
            long offset = reader.before().bytes();
            throw new StateException.Corrupt(
                    folder.journal(),
                    offset,
                    folder.journal() + " contradicts itself in line "
                            + reader.position().sequence() + ", at byte " + offset + ": " + e.getMessage()
                            + " Restore it from a backup.",
                    e);
        }
    }
}
