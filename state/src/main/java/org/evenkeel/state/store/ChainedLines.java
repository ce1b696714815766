package org.evenkeel.state.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a {@link ChainedLog}. */
final class ChainedLines {
    private static final int VERSION = 1;

    private ChainedLines() {}

    /**
     * What a file holds.
     *
     * @param records of all whole lines
     * @param position after them
     * @param torn what follows them
     */
    record Content(List<String> records, JournalPosition position, byte[] torn) {
        static final Content NONE = new Content(List.of(), JournalPosition.START, new byte[0]);
    }

    /** A line with its end, and the position after it. */
    record Line(byte[] bytes, JournalPosition after) {}

    static Line line(JournalPosition after, String record) {
        if (!record.startsWith("{") || !record.endsWith("}") || record.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "A record is an object of JSON on one line, and this is none: " + record);
        }
        String covered = head(after) + record;
        String hash = new Sha256().add(StateJson.bytes(covered)).hex();
        byte[] bytes = StateJson.bytes(covered + JournalEncoder.tail(hash) + "\n");
        return new Line(bytes, new JournalPosition(after.sequence() + 1, after.bytes() + bytes.length, hash));
    }

    private static String head(JournalPosition after) {
        return "{\"v\":" + VERSION + ",\"seq\":" + (after.sequence() + 1) + ",\"prev\":\"" + after.hash()
                + "\",\"record\":";
    }

    /**
     * Reads all lines and makes sure of each.
     *
     * @throws StateException when one is not what was once written
     */
    static Content read(Path file) {
        List<String> records = new ArrayList<>();
        JournalPosition position = JournalPosition.START;
        try (LineScanner lines = new LineScanner(file)) {
            while (lines.next()) {
                byte[] line = Arrays.copyOfRange(lines.buffer(), lines.from(), lines.to() + 1);
                String record = record(file, position, line);
                records.add(record);
                position = line(position, record).after();
            }
            byte[] torn = lines.rest();
            requireTorn(file, position, torn);
            return new Content(List.copyOf(records), position, torn);
        }
    }

    /** What stands between head and tail; the line made of it anew has to be the line, to the byte. */
    private static String record(Path file, JournalPosition before, byte[] line) {
        String head = head(before);
        int end = line.length - 1 - JournalEncoder.TAIL;
        String text = new String(line, StandardCharsets.UTF_8);
        long version = JournalEncoder.version(text);
        if (version > VERSION) {
            throw new StateException.LaterVersion(file, version);
        }
        if (end <= head.length() || !text.startsWith(head)) {
            throw corrupt(file, before, head, text.substring(0, Math.min(text.length(), head.length())));
        }
        String record = new String(line, head.length(), end - head.length(), StandardCharsets.UTF_8);
        if (!record.startsWith("{") || !record.endsWith("}")) {
            throw corrupt(file, before, "a record", record);
        }
        String expected = new String(line(before, record).bytes(), StandardCharsets.UTF_8);
        if (!expected.equals(text)) {
            throw corrupt(file, before, hash(expected), hash(text));
        }
        return record;
    }

    private static String hash(String line) {
        return line.substring(line.length() - 1 - JournalEncoder.TAIL).strip();
    }

    /** A process that was killed leaves the beginning of a line; a whole line without its end is something else. */
    private static void requireTorn(Path file, JournalPosition before, byte[] rest) {
        String text = new String(rest, StandardCharsets.UTF_8);
        String head = head(before);
        boolean begins = text.length() < head.length() ? head.startsWith(text) : text.startsWith(head);
        if (!begins) {
            throw corrupt(file, before, head, text.substring(0, Math.min(text.length(), head.length())));
        }
        int end = rest.length - 1 - JournalEncoder.TAIL;
        if (end > head.length()) {
            byte[] restored = rest.clone();
            restored[rest.length - 1] = '\n';
            requireNotWhole(file, before, restored);
        }
    }

    private static void requireNotWhole(Path file, JournalPosition before, byte[] line) {
        try {
            record(file, before, line);
        } catch (StateException.Corrupt torn) {
            return;
        }
        throw corrupt(file, before, "\\n at its end", "another byte");
    }

    private static StateException.Corrupt corrupt(Path file, JournalPosition before, String expected, String found) {
        long offset = before.bytes();
        return new StateException.Corrupt(
                file,
                offset,
                file + " is damaged in line " + (before.sequence() + 1) + ", at byte " + offset + ": expected "
                        + expected + ", found " + Escapes.printable(found)
                        + ". Nothing was changed. Restore the file from a backup that is not older than its last use.",
                new StateException.Checksums(expected, found));
    }
}
