package org.evenkeel.sweep.store;

import java.io.Closeable;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.sweep.SweepException;
import org.jspecify.annotations.Nullable;

/**
 * Counts every run ever made of a strategy on a data set: the more was tried, the better the best looks by luck alone.
 *
 * <p>One file for each strategy and data set, sixteen bytes for each run: the beginning of the SHA-256 of all that was
 * set, and the annualised Sharpe ratio, NaN where it has none. Several processes may add to it at once, but no more than
 * one thread of each.
 */
public final class TrialLedger implements Closeable {
    private static final int RECORD = Long.BYTES + Double.BYTES;

    private final Path file;
    private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD);
    private @Nullable FileChannel channel;

    private TrialLedger(Path file) {
        this.file = file;
    }

    /**
     * How much was tried.
     *
     * @param runs how many runs were made
     * @param distinct how many of them differed from all before: what luck had to choose from
     * @param variance of the annualised Sharpe ratios of those, ddof 1; NaN of fewer than two
     */
    public record Count(long runs, long distinct, double variance) {}

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

    /** Where it is kept. */
    public Path file() {
        return file;
    }

    /** Whether no run was ever counted in it: what was tried elsewhere it does not know. */
    public boolean isNew() {
        return Files.notExists(file);
    }

    /**
     * Counts a run. It is handed to the system before this returns: a process that is killed loses none.
     *
     * @param set all that the run follows from, by name: parameters, settings, period
     * @param sharpe its annualised Sharpe ratio; NaN where it has none, or failed
     */
    public void add(Map<String, String> set, double sharpe) {
        record.clear().putLong(hash(set)).putDouble(sharpe).flip();
        try {
            FileChannel open = channel();
            while (record.hasRemaining()) {
                open.write(record);
            }
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            open = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            channel = open;
            // What a full disk cut short would shift all that comes after it. Whole records stay as they are: another
            // process may add to them between the question and the cut.
            long size = open.size();
            if (size % RECORD != 0) {
                open.truncate(size / RECORD * RECORD);
            }
        }
        return open;
    }

    /** What was tried so far, by this process and all others. */
    public Count count() {
        Set<Long> known = new HashSet<>();
        Variance sharpes = new Variance();
        long runs = 0;
        for (ByteBuffer bytes = read(); bytes.remaining() >= RECORD; runs++) {
            boolean isNew = known.add(bytes.getLong());
            double sharpe = bytes.getDouble();
            if (isNew && !Double.isNaN(sharpe)) {
                sharpes.add(sharpe);
            }
        }
        return new Count(runs, known.size(), sharpes.variance());
    }

    /** The runs that are counted, in the order in which they were. */
    Counted counted() {
        ByteBuffer bytes = read();
        long[] hashes = new long[bytes.remaining() / RECORD];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = bytes.getLong(i * RECORD);
        }
        long last = hashes.length == 0 ? 0 : hashes[hashes.length - 1];
        Arrays.sort(hashes);
        return new Counted(hashes, last);
    }

    /**
     * The runs that were counted at some time.
     *
     * @param sorted what stands for each
     * @param last what stands for the one that was counted last; 0 of none
     */
    record Counted(long[] sorted, long last) {
        /** Whether a run is among them. */
        boolean has(Map<String, String> set) {
            return Arrays.binarySearch(sorted, hash(set)) >= 0;
        }

        /** Whether a run is the last of them. */
        boolean endsWith(Map<String, String> set) {
            return sorted.length > 0 && last == hash(set);
        }
    }

    private ByteBuffer read() {
        try {
            return Files.exists(file) ? ByteBuffer.wrap(Files.readAllBytes(file)) : ByteBuffer.allocate(0);
        } catch (IOException e) {
            throw new SweepException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    private static long hash(Map<String, String> set) {
        return hash(new TreeMap<>(set).toString());
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** A variance of numbers that come one by one (Welford 1962). */
    private static final class Variance {
        private long count;
        private double mean;
        private double spread;

        void add(double value) {
            count++;
            double before = value - mean;
            mean += before / count;
            spread += before * (value - mean);
        }

        double variance() {
            return count < 2 ? Double.NaN : spread / (count - 1);
        }
    }
}
