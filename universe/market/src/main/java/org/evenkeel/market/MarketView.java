package org.evenkeel.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The market as it was known at an instant. Every read is of candles that had closed by then; there is no call that
 * returns more. A gap is a gap: what is returned may be old, and {@link #findPriceAge} says how old.
 *
 * <p>Prices are in USD.
 */
public final class MarketView {
    private static final int UNKNOWN = -2;

    private final MarketHistory history;
    private final Instant asOf;
    private final long asOfMillis;
    /** The last closed row of each pair, once it was asked for. */
    private final int[] lastRows;

    MarketView(MarketHistory history, Instant asOf) {
        this.history = history;
        this.asOf = asOf;
        this.asOfMillis = asOf.toEpochMilli();
        this.lastRows = new int[history.universe().pairs().size()];
        Arrays.fill(lastRows, UNKNOWN);
    }

    /** The instant as of which everything here is told. */
    public Instant asOf() {
        return asOf;
    }

    /** The pairs that this is a view of. */
    public TradingUniverse universe() {
        return history.universe();
    }

    /**
     * The pairs that had traded by now and pass the universe's filters now, in the universe's order. One that no longer
     * trades stays among them until a filter such as {@link PairFilter#tradedWithin} leaves it out: it may be held
     * still.
     */
    public List<TradingPair> pairs() {
        List<TradingPair> result = new ArrayList<>();
        for (TradingPair pair : universe().pairs()) {
            if (lastRow(pair) >= 0 && universe().accepts(pair, this)) {
                result.add(pair);
            }
        }
        return result;
    }

    /** The close of the last closed candle; empty before the pair's first. */
    public OptionalDouble findClose(TradingPair pair) {
        int row = lastRow(pair);
        return row < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(history.of(pair).candles().close(row));
    }

    /**
     * The close of the last closed candle.
     *
     * @throws DataException before the pair's first candle
     */
    public double close(TradingPair pair) {
        int row = lastRow(pair);
        if (row < 0) {
            throw new DataException(pair + " has no price as of " + asOf
                    + ": its first candle comes later. Ask findClose, or choose among pairs().");
        }
        return history.of(pair).candles().close(row);
    }

    /** How long ago the last closed candle closed; empty before the pair's first. */
    public Optional<Duration> findPriceAge(TradingPair pair) {
        return ageOf(history.of(pair).candles(), lastRow(pair));
    }

    /**
     * How long ago the last closed candle at an interval closed: zero at its grid line, more where the pair has not
     * traded since, or was delisted. It is the age of {@link #findCandle} and of an indicator's {@link #value}; empty
     * before the first.
     */
    public Optional<Duration> findCandleAge(TradingPair pair, Interval interval) {
        Candles candles = history.of(pair).candles(interval);
        return ageOf(candles, candles.lastClosedAt(asOfMillis));
    }

    /** Whether there is a price that is no older than the tolerance; any price, where the tolerance has no end. */
    public boolean isFresh(TradingPair pair, Duration tolerance) {
        return findPriceAge(pair).filter(age -> age.compareTo(tolerance) <= 0).isPresent();
    }

    private Optional<Duration> ageOf(Candles candles, int row) {
        return row < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        asOfMillis - candles.time(row) - candles.interval().millis()));
    }

    /** How long ago the pair's first candle opened; empty before it has closed. */
    public Optional<Duration> findAge(TradingPair pair) {
        return lastRow(pair) < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        asOfMillis - history.of(pair).candles().time(0)));
    }

    /** The last closed candle at an interval; empty before the first. */
    public Optional<Candle> findCandle(TradingPair pair, Interval interval) {
        Candles candles = history.of(pair).candles(interval);
        int row = candles.lastClosedAt(asOfMillis);
        return row < 0 ? Optional.empty() : Optional.of(candles.candle(row));
    }

    /**
     * The last closed candles at an interval, oldest first; fewer than asked for where there are not so many.
     *
     * @param count how many are wanted, 0 or more
     */
    public List<Candle> candles(TradingPair pair, Interval interval, int count) {
        Checks.that(count >= 0, "%d candles of %s cannot be had: ask for 0 or more.", count, pair);
        Candles candles = history.of(pair).candles(interval);
        int last = candles.lastClosedAt(asOfMillis);
        List<Candle> result = new ArrayList<>();
        for (int row = Math.max(0, last - count + 1); row <= last; row++) {
            result.add(candles.candle(row));
        }
        return result;
    }

    /**
     * An indicator's value at the last closed candle of its interval, however old that is: see {@link #findCandleAge}.
     * Empty before the first, and where the indicator has none.
     *
     * @throws IllegalArgumentException when the indicator looks ahead, or does not give a value for each candle
     */
    public OptionalDouble value(Indicator indicator, TradingPair pair) {
        PairHistory pairHistory = history.of(pair);
        int row = pairHistory.candles(indicator.interval()).lastClosedAt(asOfMillis);
        if (row < 0) {
            return OptionalDouble.empty();
        }
        double value = pairHistory.column(indicator)[row];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * The volume that a pair traded over the time before now, in USD: that of the candles that lie in it. Candles of
     * unknown volume count as 0.
     *
     * @param over the time looked back on
     */
    public double volumeUsd(TradingPair pair, Duration over) {
        Candles candles = history.of(pair).candles();
        int last = lastRow(pair);
        double sum = 0;
        for (int row = candles.firstAtOrAfter(asOfMillis - over.toMillis()); row <= last; row++) {
            double volume = candles.volume(row);
            sum += Double.isNaN(volume) ? 0 : volume;
        }
        return sum;
    }

    /** The value of one side of the pair's pool, in USD; empty where unknown. */
    public OptionalDouble findDepthUsd(TradingPair pair) {
        int row = lastRow(pair);
        double depth = row < 0 ? Double.NaN : history.of(pair).candles().depthUsd(row);
        return Double.isNaN(depth) ? OptionalDouble.empty() : OptionalDouble.of(depth);
    }

    /** The value locked in the pair's pool, both sides, in USD; empty where unknown. */
    public OptionalDouble findTvlUsd(TradingPair pair) {
        OptionalDouble depth = findDepthUsd(pair);
        return depth.isPresent() ? OptionalDouble.of(2 * depth.getAsDouble()) : depth;
    }

    private int lastRow(TradingPair pair) {
        int index = history.universe().indexOf(pair);
        int row = lastRows[index];
        if (row == UNKNOWN) {
            row = history.of(index).candles().lastClosedAt(asOfMillis);
            lastRows[index] = row;
        }
        return row;
    }
}
