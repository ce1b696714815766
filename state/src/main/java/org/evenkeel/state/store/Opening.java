package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.state.Ledger;

/**
 * The steps from a locked folder to a store.
 *
 * @param folder the folder
 * @param disk how it is written
 * @param durable whether what is written is flushed to the disk
 * @param lock the lock on it
 */
record Opening(StateFolder folder, Disk disk, boolean durable, FolderLock lock) {
    /**
     * What a store is made of.
     *
     * @param journal takes the events
     * @param ledger hands them out
     * @param notices what a person should know
     * @param snapshot the event that the snapshot is of; 0 where there is none
     */
    record Parts(JournalWriter journal, Ledger ledger, List<String> notices, long snapshot) {}

    /** Makes the folder if it is not there, and locks it. */
    static Opening in(Path folder, Durability durability, Disk disk) {
        boolean durable = durability == Durability.DURABLE;
        makeFolder(folder, durable, disk);
        return new Opening(StateFolder.at(folder), disk, durable, FolderLock.of(folder));
    }

    private static void makeFolder(Path folder, boolean durable, Disk disk) {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.push(path);
        }
        try {
            Files.createDirectories(folder);
            for (Path made : missing) {
                Path parent = made.getParent();
                if (durable && parent != null) {
                    disk.flushNames(parent);
                }
            }
        } catch (IOException e) {
            throw new StateException.Io(folder, "Making the folder", e);
        }
    }

    /** Goes on to a store; where that fails, the lock is released. */
    <T> T orUnlock(Function<Opening, T> next) {
        boolean done = false;
        try {
            T result = next.apply(this);
            done = true;
            return result;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    /** Begins an empty state in a folder without one. */
    Parts begin() {
        requireNoState();
        JournalWriter journal = new JournalWriter(folder.journal(), durable);
        Ledger ledger = new Ledger(journal);
        return started(journal, new Loader.Loaded(ledger, JournalPosition.START, tornBeginning(), 0));
    }

    private void requireNoState() {
        if (folder.holdsState()) {
            throw new StateException.Conflict(
                    folder.folder(),
                    folder.folder()
                            + " holds a state already: open it to go on with it, or give a folder without one.");
        }
    }

    /** The half of a first line that a process left that was killed at the very beginning. */
    private byte[] tornBeginning() {
        return Files.exists(folder.journal()) ? SnapshotFile.bytes(folder.journal()) : new byte[0];
    }

    /** Loads the state that the folder holds, and makes ready to go on with it. */
    Parts resume(String strategy) {
        JournalWriter journal = new JournalWriter(folder.journal(), durable);
        Loader.Loaded loaded = Loader.load(folder, journal);
        String found = loaded.ledger().info().strategy();
        if (!found.equals(strategy)) {
            throw new StateException.OtherStrategy(folder.folder(), found, strategy);
        }
        return started(journal, loaded);
    }

    private Parts started(JournalWriter journal, Loader.Loaded loaded) {
        List<String> notices = new ArrayList<>();
        try {
            disk.delete(folder.folder().resolve(StateStore.TEMPORARY));
            if (loaded.torn().length > 0) {
                notices.add(setAside(loaded));
            }
            Disk.Output tail = disk.append(folder.journal());
            if (loaded.torn().length > 0) {
                tail.truncate(loaded.position().bytes());
            }
            if (durable) {
                tail.flush();
                disk.flushNames(folder.folder());
            }
            journal.begin(tail, loaded.position(), tables(loaded.ledger()));
        } catch (IOException e) {
            throw new StateException.Io(folder.journal(), "Opening", e);
        }
        return new Parts(journal, loaded.ledger(), List.copyOf(notices), loaded.snapshot());
    }

    private static Tables tables(Ledger ledger) {
        return ledger.isEmpty() ? Tables.NONE : Tables.of(ledger.info().market());
    }

    /** Keeps the beginning of a line beside its file, and says where. */
    Path setAside(Path file, long offset, byte[] torn) throws IOException {
        Path aside = freeName(file.getFileName() + ".torn-" + offset);
        write(aside, torn);
        if (durable) {
            disk.flushNames(folder.folder());
        }
        return aside;
    }

    private String setAside(Loader.Loaded loaded) throws IOException {
        long offset = loaded.position().bytes();
        Path aside = setAside(folder.journal(), offset, loaded.torn());
        return "The last line of " + folder.journal() + " breaks off: a process ended while it wrote the line at byte "
                + offset + ". Its " + loaded.torn().length + " bytes are in " + aside + "; the state is that of event "
                + loaded.position().sequence() + ", the last one that was written whole.";
    }

    private void write(Path file, byte[] bytes) throws IOException {
        try (Disk.Output output = disk.create(file)) {
            output.write(List.of(bytes));
            if (durable) {
                output.flush();
            }
        }
    }

    private Path freeName(String name) {
        Path path = folder.folder().resolve(name);
        for (int copy = 2; Files.exists(path); copy++) {
            path = folder.folder().resolve(name + "-" + copy);
        }
        return path;
    }

    /**
     * Begins an empty state in place of the one that the folder holds, if it holds one.
     *
     * @param companions files that go where the earlier state goes, by name
     */
    Parts beginAnew(List<String> companions) {
        if (!folder.holdsState()) {
            // A run that ended before its first event is nothing to keep.
            return begin();
        }
        Path generation = new Generations(folder, disk, durable).moveAway(companions);
        Parts parts = begin();
        return new Parts(
                parts.journal(),
                parts.ledger(),
                List.of("The run that was here is now in " + generation + "."),
                parts.snapshot());
    }
}
