package org.evenkeel.state.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.evenkeel.state.event.Event;

/**
 * Reads a journal from its beginning and makes sure of every line: that its hash is right, and that it follows on the
 * line before. Events are parsed only where they are asked for.
 */
final class JournalReader implements AutoCloseable {
    private final Path file;
    private final LineScanner lines;
    private final Sha256 sha = new Sha256();
    private Tables tables = Tables.NONE;
    private JournalPosition before = JournalPosition.START;
    private JournalPosition position = JournalPosition.START;

    JournalReader(Path file) {
        this.file = file;
        this.lines = new LineScanner(file);
    }

    /** Says the market of the events, where the first of them is not going to be parsed. */
    void use(Tables market) {
        tables = market;
    }

    /** Goes on to the line of an event, or to the last one if there are fewer. */
    JournalPosition skipTo(long sequence) {
        boolean more = true;
        while (more && position.sequence() < sequence) {
            more = next();
        }
        return position;
    }

    /**
     * Goes on to the next line that is whole.
     *
     * @return whether there is one; if not, {@link #torn} is what follows after the last
     * @throws StateException when a line is not what was once written
     */
    boolean next() {
        boolean found = lines.next();
        if (found) {
            verify(lines.from(), lines.to());
        } else {
            requireTorn(lines.rest());
        }
        return found;
    }

    private void verify(int from, int to) {
        requireHead(from, to);
        int covered = Math.max(0, to - from - JournalEncoder.TAIL);
        String hash = sha.add(lines.buffer(), from, covered).hex();
        if (!endsIn(hash, lines.buffer(), from + covered, to)) {
            throw corrupt(0, "its bytes do not have the hash that it ends in", claimed(from + covered, to), hash);
        }
        before = position;
        position = new JournalPosition(before.sequence() + 1, before.bytes() + (to + 1 - from), hash);
    }

    private static boolean endsIn(String hash, byte[] bytes, int from, int to) {
        byte[] tail = ascii(JournalEncoder.tail(hash));
        return Arrays.equals(bytes, from, to, tail, 0, tail.length);
    }

    /** The hash that a line says it has, or whatever stands there. */
    private String claimed(int from, int to) {
        String tail = lines.text(from, to);
        return tail.length() == JournalEncoder.TAIL ? JournalEncoder.hashOf(tail) : tail;
    }

    private void requireHead(int from, int to) {
        byte[] head = ascii(JournalEncoder.head(position));
        int shown = Math.min(to, from + head.length);
        int wrong = Arrays.mismatch(lines.buffer(), from, shown, head, 0, head.length);
        if (wrong < 0) {
            return;
        }
        String found = lines.text(from, shown);
        long version = JournalEncoder.version(found);
        if (version > Schema.CURRENT) {
            throw new StateException.LaterVersion(file, version);
        }
        throw corrupt(
                wrong,
                "it does not follow on the line before: a line is missing, stands twice or was changed",
                JournalEncoder.head(position),
                found);
    }

    /**
     * A process that was killed leaves the beginning of a line; a whole line without its line end is something else.
     */
    private void requireTorn(byte[] rest) {
        int covered = rest.length - 1 - JournalEncoder.TAIL;
        if (covered > 0) {
            String hash = sha.add(rest, 0, covered).hex();
            if (endsIn(hash, rest, covered, rest.length - 1)) {
                throw corrupt(
                        rest.length - 1, "the line is whole, but its line end was changed", "\\n", "another byte");
            }
        }
    }

    private StateException.Corrupt corrupt(int within, String what, String expected, String found) {
        long offset = position.bytes() + within;
        return new StateException.Corrupt(
                file,
                offset,
                file + " is damaged in line " + (position.sequence() + 1) + ", at byte " + offset + ": " + what
                        + " (expected " + expected + ", found " + found
                        + "). Nothing was changed. Restore the journal from"
                        + " a backup; the last snapshot of the state is in " + StateFolder.SNAPSHOT + ".",
                new StateException.Checksums(expected, found));
    }

    /** The event of the line. */
    Event event() {
        JsonIn json = new JsonIn(lines.buffer(), lines.from(), lines.to() - lines.from(), tables);
        Event event = Parsing.guarded(file, before.bytes(), json, JournalReader::read);
        if (event instanceof Event.LedgerOpened opened) {
            tables = Tables.of(opened.info().market());
        }
        return event;
    }

    private static Event read(JsonIn in) {
        in.object();
        in.number("v");
        in.number("seq");
        in.text("prev");
        in.object("event");
        Event event = EventCodec.readFields(in);
        in.endObject();
        in.text("hash");
        in.endObject();
        in.requireEnd();
        return event;
    }

    /** Where the journal is after the last whole line. */
    JournalPosition position() {
        return position;
    }

    /** Where the journal was before that line. */
    JournalPosition before() {
        return before;
    }

    /** The bytes after the last whole line, once there is no further one. */
    byte[] torn() {
        return lines.rest();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        lines.close();
    }
}
