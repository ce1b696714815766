package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.state.BookSnapshot;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.model.RunInfo;

/**
 * The form of {@code state.json}. It begins with the schema version, the sequence number and the checksum: the SHA-256 of
 * the whole file, with 64 zeros in the checksum's place. Then come the place in the journal up to which it is the fold,
 * the run, its market, and the books.
 */
final class SnapshotFile {
    /** The longest file that is read, in bytes. */
    private static final long MAX_LENGTH = 1L << 30;

    private SnapshotFile() {}

    /**
     * What a snapshot file says.
     *
     * @param ledger the ledger
     * @param position the place in the journal up to which it is the fold
     */
    record Content(LedgerSnapshot ledger, JournalPosition position) {}

    /** The file, in pieces. */
    static List<byte[]> encode(LedgerSnapshot ledger, JournalPosition position) {
        JsonOut out = new JsonOut(Tables.of(ledger.info().market()), true);
        out.objectOfLines().number("schemaVersion", Schema.CURRENT).number("sequence", ledger.sequence());
        out.word("checksum", Sha256.NONE);
        int checksum = out.length() - 1 - Sha256.NONE.length();
        out.object("journal").number("bytes", position.bytes()).word("hash", position.hash());
        out.end();
        RunCodec.write(out, ledger.info());
        out.arrayOfLines("books");
        for (BookSnapshot book : ledger.books()) {
            BookCodec.write(out, book);
        }
        List<byte[]> pieces = out.end().end().line().take();
        Sha256 sha = new Sha256();
        pieces.forEach(sha::add);
        byte[] hash = ascii(sha.hex());
        System.arraycopy(hash, 0, pieces.getFirst(), checksum, hash.length);
        return pieces;
    }

    /** What precedes the checksum. */
    private static String head(long sequence) {
        return "{\n  \"schemaVersion\": " + Schema.CURRENT + ",\n  \"sequence\": " + sequence + ",\n  \"checksum\": \"";
    }

    static byte[] bytes(Path file) {
        try {
            long length = Files.size(file);
            if (length > MAX_LENGTH) {
                throw new StateException.Io(
                        file, "Reading", new IOException(length + " bytes are more than any state has"));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StateException.Io(file, "Reading", e);
        }
    }

    /**
     * Reads a snapshot.
     *
     * @param file where the bytes come from, for messages
     * @throws StateException when it is damaged or of a later version
     */
    static Content decode(Path file, byte[] bytes) {
        JsonIn json = new JsonIn(bytes, 0, bytes.length, Tables.NONE);
        return Parsing.guarded(file, 0, json, in -> {
            in.object();
            requireVersion(file, in.number("schemaVersion"));
            long sequence = in.number("sequence");
            requireChecksum(file, bytes, head(sequence), in.text("checksum"));
            in.object("journal");
            JournalPosition position = new JournalPosition(sequence, in.number("bytes"), in.text("hash"));
            in.endObject();
            RunInfo info = RunCodec.read(in);
            List<BookSnapshot> books = in.list("books", BookCodec::read);
            in.endObject();
            in.requireEnd();
            return new Content(new LedgerSnapshot(sequence, info, books), position);
        });
    }

    private static void requireVersion(Path file, long version) {
        if (version > Schema.CURRENT) {
            throw new StateException.LaterVersion(file, version);
        }
        if (version < 1) {
            throw new IllegalArgumentException("there is no schema version " + version);
        }
    }

    private static void requireChecksum(Path file, byte[] bytes, String head, String expected) {
        byte[] begin = ascii(head);
        int digits = Sha256.NONE.length();
        int wrong = Arrays.mismatch(begin, 0, begin.length, bytes, 0, Math.min(bytes.length, begin.length));
        if (wrong >= 0 || bytes.length < begin.length + digits) {
            throw new IllegalArgumentException(
                    "it does not begin as a state does, from byte " + Math.max(0, wrong) + " on");
        }
        int after = begin.length + digits;
        String found = new Sha256()
                .add(begin, 0, begin.length)
                .add(ascii(Sha256.NONE), 0, digits)
                .add(bytes, after, bytes.length - after)
                .hex();
        if (!found.equals(expected)) {
            throw new StateException.Corrupt(
                    file,
                    begin.length,
                    file + " says it has the checksum " + expected + ", but its bytes have " + found + ".",
                    new StateException.Checksums(expected, found));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
