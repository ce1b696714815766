package org.evenkeel.sweep.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.market.MarketCatalog;

/**
 * Counts every run ever made of a strategy on a data set: the more was tried, the better the best looks by luck alone.
 *
 * <p>One file for each strategy and data set, eight bytes for each run: the beginning of the SHA-256 of all that was
 * set. Several processes may add to it at once.
 */
public final class TrialLedger {
    private static final int BATCH = 8_192;

    private final Path file;
    private final ByteBuffer waiting = ByteBuffer.allocate(BATCH * Long.BYTES);

    private TrialLedger(Path file) {
        this.file = file;
    }

    /**
     * How much was tried.
     *
     * @param runs how many runs were made
     * @param distinct how many of them differed from all before: what luck had to choose from
     */
    public record Count(long runs, long distinct) {}

    /**
     * The ledger of a strategy on a data set.
     *
     * @param folder where ledgers are kept; made where it is missing
     * @param strategy the name of the strategy
     * @param catalog the pairs of the data set
     */
    public static TrialLedger of(Path folder, String strategy, MarketCatalog catalog) {
        String data = Long.toHexString(hash(catalog.name() + catalog.interval() + catalog.pairs()));
        String name = strategy.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + data + ".trials";
        return new TrialLedger(folder.resolve(name));
    }

    /**
     * Notes a run; {@link #flush} writes it.
     *
     * @param set all that the run follows from, by name: parameters, settings, period
     */
    public void add(Map<String, String> set) {
        if (!waiting.hasRemaining()) {
            flush();
        }
        waiting.putLong(hash(new TreeMap<>(set).toString()));
    }

    /** Writes the runs noted. */
    public void flush() {
        waiting.flip();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                while (waiting.hasRemaining()) {
                    channel.write(waiting);
                }
            }
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
        waiting.clear();
    }

    /** What was tried so far, that not yet written included. */
    public Count count() {
        if (waiting.position() > 0) {
            flush();
        }
        if (!Files.exists(file)) {
            return new Count(0, 0);
        }
        try {
            long[] hashes = new long[(int) (Files.size(file) / Long.BYTES)];
            ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer().get(hashes);
            return new Count(hashes.length, Arrays.stream(hashes).distinct().count());
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
