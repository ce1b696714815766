package org.evenkeel.data.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.evenkeel.market.DataException;

/** Reads the CSV entries of a zip, within limits. Nothing is unpacked to disk. */
final class ZipImport {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_ENTRY_BYTES = 2L << 30;
    private static final long MOST_RATIO = 200;
    private static final long FREE_BYTES = 1 << 20;

    private ZipImport() {}

    static List<RawPair> read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new DataException(file + " has " + zip.size() + " entries, more than " + MOST_ENTRIES
                        + ": unpack it, and import a part at a time.");
            }
            List<RawPair> pairs = new ArrayList<>();
            for (ZipEntry entry : zip.stream().toList()) {
                checkName(file, entry.getName());
                if (!entry.isDirectory() && isText(entry.getName())) {
                    pairs.addAll(read(file, zip, entry));
                }
            }
            if (pairs.isEmpty()) {
                throw new DataException(file + " has no CSV in it: nothing can be imported of it.");
            }
            return pairs;
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(file + " cannot be read as zip: " + e.getMessage() + ". Fetch it again.", e);
        }
    }

    private static void checkName(Path file, String name) {
        boolean escapes = name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/")).contains("..");
        if (escapes || name.contains(":")) {
            throw new DataException(file + " has an entry '" + name.replaceAll("\\p{Cntrl}", "?")
                    + "' that points outside of it: it is no export of an exchange, and is not read.");
        }
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean hidden = lower.startsWith("__macosx/")
                || lower.substring(lower.lastIndexOf('/') + 1).startsWith(".");
        return !hidden && (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv"));
    }

    private static List<RawPair> read(Path file, ZipFile zip, ZipEntry entry) {
        CsvInput input = new CsvInput(
                file + "!" + entry.getName(), () -> new Limited(zip.getInputStream(entry), entry.getCompressedSize()));
        return CsvCandles.read(input, entry.getName());
    }

    /** Ends a text that grows far beyond what its packed size makes likely. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream stream, long packedBytes) {
            super(stream);
            left = Math.min(MOST_ENTRY_BYTES, FREE_BYTES + MOST_RATIO * Math.max(0, packedBytes));
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("it unpacks to more than " + MOST_RATIO + " times its size, or to more than "
                        + (MOST_ENTRY_BYTES >> 30) + " GB");
            }
        }
    }
}
