package org.evenkeel.state.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.state.event.Event;

/**
 * Turns events into journal lines. A line is
 *
 * <pre>{@code {"v":1,"seq":7,"prev":"<hash of line 6>","event":{"type":...,"at":...},"hash":"<hash of this
 * line>"}}</pre>
 *
 * where the hash is the SHA-256 of the line's bytes before {@code ,"hash"}. As these hold the hash of the line before,
 * it stands for everything up to there.
 */
final class JournalEncoder {
    private static final String BEFORE_HASH = ",\"hash\":\"";
    private static final String AFTER_HASH = "\"}";

    /** How many bytes of a line, its line end not counted, come after what the hash covers. */
    static final int TAIL = BEFORE_HASH.length() + Sha256.NONE.length() + AFTER_HASH.length();

    private static final Pattern VERSION = Pattern.compile("\\{\"v\":([0-9]{1,9}),");

    private final Sha256 sha = new Sha256();
    private final List<byte[]> pieces = new ArrayList<>();
    private JsonOut out;
    private JournalPosition position;

    JournalEncoder(JournalPosition position, Tables tables) {
        this.position = position;
        this.out = jsonOut(tables);
    }

    /** What precedes the event in the line that comes after the position. */
    static String head(JournalPosition after) {
        return "{\"v\":" + Schema.CURRENT + ",\"seq\":" + (after.sequence() + 1) + ",\"prev\":\"" + after.hash()
                + "\",\"event\":{";
    }

    /** The version that a line says it has; 0 where it says none. */
    static long version(String line) {
        Matcher matcher = VERSION.matcher(line);
        return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** What follows the event. */
    static String tail(String hash) {
        return BEFORE_HASH + hash + AFTER_HASH;
    }

    /** The hash in what follows the event. */
    static String hashOf(String tail) {
        return tail.substring(BEFORE_HASH.length(), tail.length() - AFTER_HASH.length());
    }

    /** Adds the event's line. */
    void append(Event event, Collection<byte[]> lines) {
        if (event instanceof Event.LedgerOpened opened) {
            out = jsonOut(Tables.of(opened.info().market()));
        }
        writeCovered(event);
        pieces.forEach(sha::add);
        String hash = sha.hex();
        out.word("hash", hash).end().line().finish();
        lines.addAll(pieces);
        position = new JournalPosition(position.sequence() + 1, position.bytes() + length(pieces), hash);
        pieces.clear();
    }

    private void writeCovered(Event event) {
        out.object()
                .number("v", Schema.CURRENT)
                .number("seq", position.sequence() + 1)
                .word("prev", position.hash())
                .object("event");
        EventCodec.writeFields(out, event);
        out.end().finish();
    }

    private static long length(List<byte[]> pieces) {
        long length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        return length;
    }

    private JsonOut jsonOut(Tables tables) {
        return new JsonOut(tables, false, piece -> pieces.add(StateJson.bytes(piece)));
    }

    /** Where the journal is once everything that was appended is written. */
    JournalPosition position() {
        return position;
    }
}
