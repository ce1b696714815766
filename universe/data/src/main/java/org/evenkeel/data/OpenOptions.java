package org.evenkeel.data;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a data set is opened.
 *
 * @param from only candles that open at this instant or later; all where empty
 * @param to only candles that open before this instant; all where empty
 * @param cacheBytes how many bytes of loaded columns are kept for the next use, 0 or more
 * @param hadoopSettings settings for file systems other than the local one, such as {@code fs.s3a.endpoint}
 */
public record OpenOptions(
        Optional<Instant> from, Optional<Instant> to, long cacheBytes, Map<String, String> hadoopSettings) {
    /** All candles, and a cache of a quarter of the memory that the process may use. */
    public static final OpenOptions DEFAULTS = new OpenOptions(
            Optional.empty(), Optional.empty(), Runtime.getRuntime().maxMemory() / 4, Map.of());

    /**
     * @throws IllegalArgumentException when the size of the cache is negative
     */
    public OpenOptions {
        hadoopSettings = Map.copyOf(hadoopSettings);
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("A cache of " + cacheBytes + " bytes cannot be: give 0 or more.");
        }
    }

    /** The same, with only the candles that open from (inclusive) to (exclusive). */
    public OpenOptions between(Instant start, Instant end) {
        return new OpenOptions(Optional.of(start), Optional.of(end), cacheBytes, hadoopSettings);
    }

    /** The same, with another size of the cache. */
    public OpenOptions cacheBytes(long bytes) {
        return new OpenOptions(from, to, bytes, hadoopSettings);
    }

    /** The same, with other settings for Hadoop. */
    public OpenOptions hadoopSettings(Map<String, String> settings) {
        return new OpenOptions(from, to, cacheBytes, settings);
    }
}
