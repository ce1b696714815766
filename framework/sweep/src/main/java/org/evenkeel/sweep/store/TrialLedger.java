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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.market.MarketCatalog;

/**
 * Counts every run ever made of a strategy on a data set: the more was tried, the better the best looks by luck alone.
 *
 * <p>One file for each strategy and data set, sixteen bytes for each run: the beginning of the SHA-256 of all that was
 * set, and the annualised Sharpe ratio, NaN where it has none. Several processes may add to it at once.
 */
public final class TrialLedger {
    private static final int BATCH = 4_096;
    private static final int RECORD = Long.BYTES + Double.BYTES;

    private final Path file;
    private final ByteBuffer waiting = ByteBuffer.allocate(BATCH * RECORD);

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

    /**
     * Notes a run; {@link #flush} writes it.
     *
     * @param set all that the run follows from, by name: parameters, settings, period
     * @param sharpe its annualised Sharpe ratio; NaN where it has none, or failed
     */
    public void add(Map<String, String> set, double sharpe) {
        if (!waiting.hasRemaining()) {
            flush();
        }
        waiting.putLong(hash(new TreeMap<>(set).toString()));
        waiting.putDouble(sharpe);
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
            return new Count(0, 0, Double.NaN);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            Set<Long> known = new HashSet<>();
            Variance sharpes = new Variance();
            long runs = 0;
            while (bytes.remaining() >= RECORD) {
                boolean isNew = known.add(bytes.getLong());
                double sharpe = bytes.getDouble();
                if (isNew && !Double.isNaN(sharpe)) {
                    sharpes.add(sharpe);
                }
                runs++;
            }
            return new Count(runs, known.size(), sharpes.variance());
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
