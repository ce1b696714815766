package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that are on the disk before a call returns, in a folder that no second process opens meanwhile. What a record
 * holds is for the caller to say: one line of JSON, an object. A line is
 *
 * <pre>{@code {"v":1,"seq":7,"prev":"<hash of line 6>","record":{...},"hash":"<hash of this line>"}}</pre>
 *
 * where the hash is the SHA-256 of the line's bytes before {@code ,"hash"}. As these hold the hash of the line before, no
 * line can be changed, left out or put elsewhere without notice.
 */
public final class ChainedLog implements AutoCloseable {
    private final Path file;
    private final FolderLock lock;
    private final Disk.Output tail;
    private final List<String> records;
    private final List<String> notices;
    private JournalPosition position;
    private boolean sound = true;

    private ChainedLog(
            Path file, FolderLock lock, Disk.Output tail, ChainedLines.Content content, List<String> notices) {
        this.file = file;
        this.lock = lock;
        this.tail = tail;
        this.records = content.records();
        this.position = content.position();
        this.notices = notices;
    }

    /**
     * Locks the folder, reads the log that it holds, and makes ready to add to it; where there is none, begins one. The
     * beginning of a last line, which a process leaves that was killed while it wrote, is set aside beside the log.
     *
     * @throws StateException when the folder is locked by another process, or the log is damaged or cannot be read
     */
    public static ChainedLog open(Path folder, String name) {
        return open(folder, name, new RealDisk());
    }

    static ChainedLog open(Path folder, String name, Disk disk) {
        return Opening.in(folder, Durability.DURABLE, disk).orUnlock(opening -> begin(opening, folder.resolve(name)));
    }

    private static ChainedLog begin(Opening opening, Path file) {
        try {
            ChainedLines.Content content = Files.exists(file) ? ChainedLines.read(file) : ChainedLines.Content.NONE;
            List<String> notices = new ArrayList<>();
            byte[] torn = content.torn();
            if (torn.length > 0) {
                Path aside = opening.setAside(file, content.position().bytes(), torn);
                notices.add("The last line of " + file + " breaks off: a process ended while it wrote it. Its "
                        + torn.length + " bytes are in " + aside + "; nobody was told that they were kept.");
            }
            Disk.Output tail = opening.disk().append(file);
            tail.truncate(content.position().bytes());
            tail.flush();
            opening.disk().flushNames(opening.folder().folder());
            return new ChainedLog(file, opening.lock(), tail, content, List.copyOf(notices));
        } catch (IOException e) {
            throw new StateException.Io(file, "Opening", e);
        }
    }

    /**
     * What a log holds, to be looked at: nothing is locked, nothing is changed, and a process that has it open may be
     * about to add to it.
     *
     * @param records those of whole lines
     * @param torn whether the beginning of a line follows them, which a killed process leaves and {@link #open} sets aside
     */
    public record Reading(List<String> records, boolean torn) {}

    /**
     * Reads a log as it is now; there are no records where there is no log.
     *
     * @throws StateException when it is damaged or cannot be read
     */
    public static Reading read(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return new Reading(List.of(), false);
        }
        ChainedLines.Content content = ChainedLines.read(file);
        return new Reading(content.records(), content.torn().length > 0);
    }

    /** The records that were there when the log was opened, the first first. */
    public List<String> records() {
        return records;
    }

    /** What a person should know of how the log was found. */
    public List<String> notices() {
        return notices;
    }

    /**
     * Adds a record, which is on the disk when this returns.
     *
     * @param record one line of JSON, an object
     * @throws StateException.Io when that fails; whether the record is there is then not known, and nothing more is
     *     written: open the log anew to learn it
     * @throws IllegalArgumentException when the record has several lines, or is no object
     */
    public void append(String record) {
        if (!sound) {
            throw new StateException.Io(
                    file, "Appending to", new IOException("an earlier failure left unknown what it holds"));
        }
        ChainedLines.Line line = ChainedLines.line(position, record);
        sound = false;
        try {
            tail.write(List.of(line.bytes()));
            tail.flush();
        } catch (IOException e) {
            // What a failed flush left is not known: neither is it tried again, nor is anything written after it.
            throw new StateException.Io(file, "Appending to", e);
        }
        position = line.after();
        sound = true;
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try (lock) {
            tail.close();
        } catch (IOException e) {
            throw new StateException.Io(file, "Closing", e);
        }
    }
}
