package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.state.event.Event;
import org.jspecify.annotations.Nullable;

/** Takes events as the ledger accepts them, and writes them to the end of the journal when told to. */
final class JournalWriter implements Consumer<Event>, AutoCloseable {
    private final Path file;
    private final boolean durable;
    private final List<byte[]> pending = new ArrayList<>();
    private Disk.@Nullable Output tail;
    private JournalEncoder encoder = new JournalEncoder(JournalPosition.START, Tables.NONE);
    private JournalPosition written = JournalPosition.START;
    private boolean sound = true;
    private boolean closed;

    JournalWriter(Path file, boolean durable) {
        this.file = file;
        this.durable = durable;
    }

    /** Goes on at the end of the file. Events that came before are those that the file already holds. */
    void begin(Disk.Output end, JournalPosition position, Tables tables) {
        tail = end;
        encoder = new JournalEncoder(position, tables);
        written = position;
    }

    /**
     * Takes an event that the ledger has accepted.
     *
     * @throws IllegalStateException when the store is closed
     */
    @Override
    public void accept(Event event) {
        if (closed) {
            throw new IllegalStateException("The store of " + file + " is closed: " + event + " is not kept.");
        }
        if (tail != null) {
            boolean before = sound;
            sound = false;
            encoder.append(event, pending);
            sound = before;
        }
    }

    /** Whether everything that the ledger accepted is written or can be. */
    boolean isSound() {
        return sound;
    }

    /**
     * Writes what is pending.
     *
     * @throws StateException.Io when that fails; the file then ends where it did before, if the disk still lets it be
     *     cut off there
     */
    void commit() {
        Disk.Output end = tail;
        if (end == null || pending.isEmpty()) {
            return;
        }
        sound = false;
        append(end);
        pending.clear();
        written = encoder.position();
        sound = true;
    }

    private void append(Disk.Output end) {
        try {
            end.write(pending);
        } catch (IOException e) {
            cutOff(end, e);
            throw new StateException.Io(file, "Appending to", e);
        }
        try {
            if (durable) {
                end.flush();
            }
        } catch (IOException e) {
            // What a failed flush left on the disk is not known, and a second one may claim success without a reason.
            throw new StateException.Io(file, "Flushing", e);
        }
    }

    /** Takes back the half of a line; where that fails too, the next start sets it aside. */
    private void cutOff(Disk.Output end, IOException reason) {
        try {
            end.truncate(written.bytes());
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** How far the file has come. */
    JournalPosition position() {
        return written;
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (tail != null) {
                tail.close();
            }
        } catch (IOException e) {
            throw new StateException.Io(file, "Closing", e);
        }
    }
}
