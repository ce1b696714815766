package org.evenkeel.market;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that is known of one pair: its finest candles in USD, and what was computed from them, each once. */
public final class PairHistory {
    private static final int CHUNK = 8192;

    private final TradingPair pair;
    private final Candles candles;
    private final Map<Interval, Candles> resampled = new ConcurrentHashMap<>();
    private final Map<Indicator, double[]> columns = new ConcurrentHashMap<>();
    private volatile byte @Nullable [] digest;

    /**
     * @param pair the pair
     * @param candles its finest candles, in USD
     */
    public PairHistory(TradingPair pair, Candles candles) {
        this.pair = pair;
        this.candles = candles;
    }

    /** The pair. */
    public TradingPair pair() {
        return pair;
    }

    /** The finest candles, in USD. */
    public Candles candles() {
        return candles;
    }

    /**
     * The candles at a coarser interval, resampled on first use.
     *
     * @throws IllegalArgumentException when the interval is not a multiple of the finest one
     */
    public Candles candles(Interval interval) {
        return interval.equals(candles.interval())
                ? candles
                : resampled.computeIfAbsent(interval, wanted -> Resampler.resample(candles, wanted));
    }

    /**
     * An indicator's column, computed on first use: a value for each candle at the indicator's interval.
     *
     * @throws IllegalArgumentException when the indicator returns a column of another length
     */
    public double[] column(Indicator indicator) {
        double[] known = columns.get(indicator);
        return known != null ? known : columns.computeIfAbsent(indicator, this::compute);
    }

    private double[] compute(Indicator indicator) {
        Candles input = candles(indicator.interval());
        double[] column = indicator.compute(input);
        Checks.that(
                column.length == input.size(),
                "Indicator %s gave %d values for %d candles of %s: it must give one for each.",
                indicator,
                column.length,
                input.size(),
                pair);
        return column;
    }

    /** SHA-256 over the pair's identity and its columns. */
    byte[] digest() {
        byte[] known = digest;
        if (known == null) {
            known = computeDigest();
            digest = known;
        }
        return known.clone();
    }

    private byte[] computeDigest() {
        MessageDigest sha = sha256();
        String identity =
                pair.id() + "|" + pair.chain().id() + "|" + pair.exchange().name() + "|"
                        + pair.base().address() + "|" + pair.quote().address() + "|" + pair.feeBps() + "|"
                        + candles.interval() + "|" + candles.liquiditySource();
        sha.update(identity.getBytes(StandardCharsets.UTF_8));
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        updateLongs(sha, buffer, candles.times());
        Candles.Prices prices = candles.prices();
        updateDoubles(sha, buffer, prices.opens());
        updateDoubles(sha, buffer, prices.highs());
        updateDoubles(sha, buffer, prices.lows());
        updateDoubles(sha, buffer, prices.closes());
        updateDoubles(sha, buffer, prices.volumes());
        updateDoubles(sha, buffer, candles.depth().usd());
        return sha.digest();
    }

    private static void updateLongs(MessageDigest sha, ByteBuffer buffer, long[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear().asLongBuffer().put(values, from, count);
            sha.update(buffer.array(), 0, count * Long.BYTES);
        }
    }

    private static void updateDoubles(MessageDigest sha, ByteBuffer buffer, double[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear().asDoubleBuffer().put(values, from, count);
            sha.update(buffer.array(), 0, count * Double.BYTES);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }
}
