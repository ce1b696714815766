package org.evenkeel.state.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;

/**
 * A folder that holds a state, to read. It takes no lock and changes nothing, so that a state can be looked at while
 * its run goes on: what is read is then that of a moment ago.
 */
public final class StateFolder {
    /** The file with the snapshot. */
    public static final String SNAPSHOT = "state.json";
    /** The file with the snapshot before it. */
    public static final String PREVIOUS = "state.json.previous";
    /** The file with the events. */
    public static final String JOURNAL = "journal.jsonl";

    private final Path folder;

    private StateFolder(Path folder) {
        this.folder = folder;
    }

    /** The state in a folder. Whether there is one is found out when it is read. */
    public static StateFolder at(Path folder) {
        return new StateFolder(folder);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The file with the snapshot, whether it is there or not. */
    public Path snapshot() {
        return folder.resolve(SNAPSHOT);
    }

    /** The file with the snapshot before it, whether it is there or not. */
    public Path previous() {
        return folder.resolve(PREVIOUS);
    }

    /** The file with the events, whether it is there or not. */
    public Path journal() {
        return folder.resolve(JOURNAL);
    }

    /** Whether there is a state in the folder: a snapshot, or a journal with an event in it, whole or damaged. */
    public boolean holdsState() {
        if (Files.exists(snapshot())) {
            return true;
        }
        if (!Files.exists(journal())) {
            return false;
        }
        try (LineScanner lines = new LineScanner(journal())) {
            return lines.next();
        }
    }

    /**
     * The state as it is: the snapshot, and the events that the journal has beyond it.
     *
     * @throws StateException when there is none, or it is damaged, of a later version or contradicts itself
     */
    public Ledger load() {
        return Loader.load(this, event -> {}).ledger();
    }

    /**
     * The state as of the snapshot before the last, whatever became of the other files.
     *
     * @throws StateException when there is none, or it is damaged or of a later version
     */
    public Ledger loadPrevious() {
        Path file = previous();
        if (!Files.exists(file)) {
            throw new StateException.Missing(
                    file, "There is no " + file + ": it is kept from the second snapshot of a run on.");
        }
        return Loader.restored(file, SnapshotFile.decode(file, SnapshotFile.bytes(file)), event -> {});
    }

    /**
     * Hands out the events in their order, from the first, as far as whole lines go.
     *
     * @param visitor what to do with each; it says whether to go on
     * @throws StateException when there are none, or a line is damaged or of a later version
     */
    public void forEachEvent(Predicate<Event> visitor) {
        Loader.requireState(this);
        if (!Files.exists(journal())) {
            throw new StateException.Missing(
                    journal(), "There is no " + journal() + ": restore it from a backup of the run.");
        }
        try (JournalReader reader = new JournalReader(journal())) {
            boolean goesOn = true;
            while (goesOn && reader.next()) {
                goesOn = visitor.test(reader.event());
            }
        }
    }
}
