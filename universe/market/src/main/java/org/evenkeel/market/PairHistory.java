package org.evenkeel.market;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that is known of one pair: its finest candles in USD, and what was computed from them, each once. */
public final class PairHistory {
    private final TradingPair pair;
    private final Candles candles;
    private final Map<Interval, Candles> resampled = new ConcurrentHashMap<>();
    /** Soft: a sweep over an indicator's lengths computes far more columns than a run needs at once. */
    private final Map<Indicator, SoftReference<double[]>> columns = new ConcurrentHashMap<>();

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
        if (interval.equals(candles.interval())) {
            return candles;
        }
        Candles known = resampled.get(interval);
        return known != null
                ? known
                : resampled.computeIfAbsent(interval, wanted -> Resampler.resample(candles, wanted));
    }

    /**
     * An indicator's column, computed on first use: a value for each candle at the indicator's interval. Not to be
     * written to. It stays in memory while there is enough of it.
     *
     * @throws IllegalArgumentException when the indicator returns a column of another length, or looks ahead
     */
    public double[] column(Indicator indicator) {
        SoftReference<double[]> known = columns.get(indicator);
        double[] column = known == null ? null : known.get();
        while (column == null) {
            column = columns.compute(indicator, this::computeUnlessKnown).get();
        }
        return column;
    }

    private SoftReference<double[]> computeUnlessKnown(Indicator indicator, @Nullable SoftReference<double[]> known) {
        return known == null || known.get() == null ? new SoftReference<>(compute(indicator)) : known;
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
        LookAheadCheck.check(indicator, pair, input, column);
        return column;
    }

    /** The fingerprint of all that the pair is and of all its columns. */
    byte[] digest() {
        byte[] known = digest;
        if (known == null) {
            known = computeDigest();
            digest = known;
        }
        return known;
    }

    private byte[] computeDigest() {
        Fingerprint print = new Fingerprint()
                .number(pair.id())
                .number(pair.chain().id())
                .text(pair.chain().name())
                .text(pair.exchange().name())
                .text(pair.exchange().feeMode().name())
                .text(pair.priceUnit().name())
                .column(new double[] {pair.feeBps()});
        for (Token token : List.of(pair.base(), pair.quote())) {
            print.text(token.address()).text(token.symbol()).number(token.decimals());
        }
        Candles.Prices prices = candles.prices();
        return print.number(candles.interval().millis())
                .text(candles.liquiditySource().name())
                .column(candles.times())
                .column(prices.opens())
                .column(prices.highs())
                .column(prices.lows())
                .column(prices.closes())
                .column(prices.volumes())
                .column(candles.depth().usd())
                .finish();
    }
}
