package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.LedgerSnapshot;

/**
 * A ledger and the folder that keeps it.
 *
 * <pre>{@code
 * try (StateStore store = StateStore.create(folder, Durability.FAST)) {
 *     store.ledger().apply(event);   // as many as there are
 *     store.commit();                // they are in the journal
 *     store.writeSnapshot();         // state.json is their fold
 * }
 * }</pre>
 *
 * <p>One store at a time has a folder open. Once a write has failed the store writes nothing more: what the disk then
 * holds is what the next {@link #open} goes on from.
 *
 * <p>Not safe for use by several threads.
 */
public final class StateStore implements AutoCloseable {
    /** Where a snapshot is written before it takes its place. */
    static final String TEMPORARY = StateFolder.SNAPSHOT + ".tmp";

    private final StateFolder folder;
    private final Disk disk;
    private final boolean durable;
    private final FolderLock lock;
    private final JournalWriter journal;
    private final Ledger ledger;
    private final List<String> notices;
    private long snapshotSequence;
    private boolean sound = true;
    private boolean closed;

    private StateStore(Opening opening, Opening.Parts parts) {
        this.folder = opening.folder();
        this.disk = opening.disk();
        this.durable = opening.durable();
        this.lock = opening.lock();
        this.journal = parts.journal();
        this.ledger = parts.ledger();
        this.notices = parts.notices();
        this.snapshotSequence = parts.snapshot();
    }

    /**
     * Begins a state in a folder that holds none. The folder is made if it is not there.
     *
     * @throws StateException.Conflict when it holds one
     * @throws StateException.Locked when another store has it open
     * @throws StateException.Io when it cannot be written
     */
    public static StateStore create(Path folder, Durability durability) {
        return create(folder, durability, new RealDisk());
    }

    static StateStore create(Path folder, Durability durability, Disk disk) {
        return Opening.in(folder, durability, disk).orUnlock(opening -> new StateStore(opening, opening.begin()));
    }

    /**
     * Begins a state in place of one that is over, such as that of an earlier backtest. What was there goes to a folder
     * of its own, {@code replaced/1}, {@code replaced/2} and so on, as {@link #notices} says: nothing is ever written
     * over. Whatever happens on the way, the earlier state is whole, here or there.
     *
     * @param companions files that belong to the earlier state besides its own, by name: they go with it
     * @throws StateException.Locked when another store has it open
     * @throws StateException.Io when it cannot be written
     */
    public static StateStore replace(Path folder, Durability durability, String... companions) {
        return replace(folder, durability, new RealDisk(), companions);
    }

    static StateStore replace(Path folder, Durability durability, Disk disk, String... companions) {
        return Opening.in(folder, durability, disk)
                .orUnlock(opening -> new StateStore(opening, opening.beginAnew(List.of(companions))));
    }

    /**
     * Opens the state in a folder: loads the snapshot, and folds what the journal has beyond it. A last line that a
     * killed process left unfinished is set aside in a file of its own, and said so in {@link #notices}.
     *
     * @param strategy the name of the strategy that it has to be the state of
     * @throws StateException.Missing when there is none
     * @throws StateException.OtherStrategy when it is another strategy's
     * @throws StateException.Corrupt when a file is damaged
     * @throws StateException.LaterVersion when a later release wrote it
     * @throws StateException.Conflict when its files contradict each other
     * @throws StateException.Locked when another store has it open
     * @throws StateException.Io when it cannot be read or written
     */
    public static StateStore open(Path folder, String strategy, Durability durability) {
        return open(folder, strategy, durability, new RealDisk());
    }

    static StateStore open(Path folder, String strategy, Durability durability, Disk disk) {
        Loader.requireState(StateFolder.at(folder));
        return Opening.in(folder, durability, disk)
                .orUnlock(opening -> new StateStore(opening, opening.resume(strategy)));
    }

    /** The ledger. What it accepts is kept at the next {@link #commit}. */
    public Ledger ledger() {
        return ledger;
    }

    /** The folder, to read. */
    public StateFolder folder() {
        return folder;
    }

    /** What a person should know of how the state was opened; empty when all was in order. */
    public List<String> notices() {
        return notices;
    }

    /**
     * Appends what the ledger accepted since the last time to the journal.
     *
     * @throws StateException.Io when that fails: the store then writes nothing more
     */
    public void commit() {
        requireSound();
        journal.commit();
    }

    /**
     * Commits, and replaces {@code state.json} by what the ledger is now. The one before it is kept. Whatever happens
     * on the way, there is a whole one at any moment.
     *
     * @throws StateException.Io when that fails: the store then writes nothing more
     * @throws IllegalStateException when the ledger is empty
     */
    public void writeSnapshot() {
        LedgerSnapshot snapshot = ledger.snapshot();
        commit();
        if (snapshot.sequence() == snapshotSequence) {
            return;
        }
        sound = false;
        replaceSnapshot(new SnapshotFile.Content(snapshot, journal.position()));
        snapshotSequence = snapshot.sequence();
        sound = true;
    }

    private void replaceSnapshot(SnapshotFile.Content content) {
        Path current = folder.snapshot();
        Path temporary = folder.folder().resolve(TEMPORARY);
        try {
            SnapshotFile.write(content, disk, temporary, durable);
            if (Files.exists(current)) {
                disk.delete(folder.previous());
                disk.link(current, folder.previous());
            }
            disk.rename(temporary, current);
            if (durable) {
                disk.flushNames(folder.folder());
            }
        } catch (IOException e) {
            discard(temporary, e);
            throw new StateException.Io(current, "Replacing", e);
        }
    }

    /** Gives back the space of what could not be finished, if it can; the next start looks after it otherwise. */
    private void discard(Path temporary, IOException reason) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private void requireSound() {
        if (closed) {
            throw new IllegalStateException("The store of " + folder.folder() + " is closed: open it again.");
        }
        if (!sound || !journal.isSound()) {
            throw new StateException.Conflict(
                    folder.folder(),
                    "An earlier write to " + folder.folder() + " failed: nothing more is written to it, so that what is"
                            + " there stays whole. End this run, mend the cause and open the folder again.");
        }
    }

    /** Commits what is not yet, unless a write has failed, and lets go of the folder. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        try (lock;
                journal) {
            if (sound && journal.isSound()) {
                commit();
            }
        } finally {
            closed = true;
        }
    }
}
