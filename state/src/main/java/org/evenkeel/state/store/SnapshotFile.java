package org.evenkeel.state.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.state.BookSnapshot;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.model.RunInfo;

/**
 * The form of {@code state.json}. It begins with the schema version, the sequence number and the checksum: the SHA-256
 * of the whole file, with 64 zeros in the checksum's place. Then come the place in the journal up to which it is the
 * fold, the run, its market, and the books.
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
        Sha256 sha = new Sha256();
        List<byte[]> pieces = new ArrayList<>();
        int checksum = encode(ledger, position, text -> {
            byte[] piece = StateJson.bytes(text);
            pieces.add(piece);
            sha.add(piece);
        });
        byte[] hash = ascii(sha.hex());
        System.arraycopy(hash, 0, pieces.getFirst(), checksum, hash.length);
        return pieces;
    }

    /**
     * Writes a new file. What is done takes two cores: one makes the text, the other one
     * encodes, hashes and writes it.
     *
     * @param flushed whether it is to be on the disk on return
     */
    static void write(Content content, Disk disk, Path file, boolean flushed) throws IOException {
        Sha256 sha = new Sha256();
        try (Disk.Output output = disk.create(file);
                Background background = new Background(text -> {
                    byte[] piece = StateJson.bytes(text);
                    sha.add(piece);
                    append(output, piece);
                })) {
            int checksum = encode(content.ledger(), content.position(), background);
            background.finish();
            output.overwrite(checksum, ascii(sha.hex()));
            if (flushed) {
                output.flush();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(Disk.Output output, byte[] piece) {
        try {
            output.write(List.of(piece));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the file out in pieces, with zeros for its checksum, and says where in the first piece they stand. */
    private static int encode(LedgerSnapshot ledger, JournalPosition position, Consumer<String> pieces) {
        JsonOut out = new JsonOut(Tables.of(ledger.info().market()), true, pieces);
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
        out.end().end().line().finish();
        return checksum;
    }

    /** What precedes the checksum. */
    private static String beforeChecksum(long sequence) {
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
     * What the first lines of a snapshot say, as far as they are to be believed.
     *
     * @param sequence the event that it is of
     * @param checksum the hash that its bytes should have
     */
    record Head(long sequence, String checksum) {}

    /**
     * Reads the first lines of a snapshot.
     *
     * @param file where the bytes come from, for messages
     * @throws StateException when they do not begin as a snapshot does, or as one of a later version
     */
    static Head head(Path file, byte[] bytes) {
        JsonIn json = new JsonIn(bytes, 0, bytes.length, Tables.NONE);
        return Parsing.guarded(file, 0, json, in -> {
            Head head = readHead(file, in);
            requireHead(head, bytes);
            return head;
        });
    }

    private static Head readHead(Path file, JsonIn in) {
        in.object();
        requireVersion(file, in.number("schemaVersion"));
        return new Head(in.number("sequence"), in.text("checksum"));
    }

    /** The checksum is looked for where it is written: nothing may stand before it but what always does. */
    private static void requireHead(Head head, byte[] bytes) {
        byte[] begin = ascii(beforeChecksum(head.sequence()));
        boolean begins = bytes.length >= begin.length + Sha256.NONE.length()
                && Arrays.equals(begin, 0, begin.length, bytes, 0, begin.length);
        if (!begins) {
            throw new IllegalArgumentException("it does not begin as a state does");
        }
    }

    /**
     * Reads a snapshot.
     *
     * @param file where the bytes come from, for messages
     * @throws StateException when it is damaged or of a later version
     */
    static Content decode(Path file, byte[] bytes) {
        Head head = head(file, bytes);
        try (Meanwhile<String> found = Meanwhile.of(() -> checksum(bytes, head.sequence()))) {
            Content content;
            try {
                content = parse(file, bytes);
            } catch (StateException.Corrupt e) {
                // Where the bytes are not those that were written, this is what has to be said.
                requireSame(file, head.checksum(), found.get());
                throw e;
            }
            requireSame(file, head.checksum(), found.get());
            return content;
        }
    }

    private static Content parse(Path file, byte[] bytes) {
        JsonIn json = new JsonIn(bytes, 0, bytes.length, Tables.NONE);
        return Parsing.guarded(file, 0, json, in -> {
            long sequence = readHead(file, in).sequence();
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

    /** The hash of a file, with zeros where its checksum stands. */
    private static String checksum(byte[] bytes, long sequence) {
        int before = beforeChecksum(sequence).length();
        int after = before + Sha256.NONE.length();
        return new Sha256()
                .add(bytes, 0, before)
                .add(ascii(Sha256.NONE))
                .add(bytes, after, bytes.length - after)
                .hex();
    }

    private static void requireSame(Path file, String expected, String found) {
        if (!found.equals(expected)) {
            throw new StateException.Corrupt(
                    file,
                    0,
                    file + " says it has the checksum " + expected + ", but its bytes have " + found + ".",
                    new StateException.Checksums(expected, found));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
