package org.evenkeel.market;

import java.time.Instant;
import java.util.Arrays;

/**
 * The candles of one pair at one interval, as columns of primitives in time order.
 *
 * <p>Times are the candles' opens in epoch milliseconds, ascending by at least an interval; gaps are allowed and stay
 * gaps. Prices are positive and finite; a high below the open or close, as some indexers give it, is kept as it is. The
 * arrays are shared, not copied: nobody writes to them after construction. The columns reach into the future of any
 * decision, so strategies never hold this type: they read a {@link MarketView}.
 */
public final class Candles {
    private final Interval interval;
    private final long[] times;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] volumes;
    private final Depth depth;
    private final RowIndex index;
    /** Whether every low and high holds what it says. */
    private final boolean sound;

    /**
     * The price columns, all of the same length.
     *
     * @param opens first prices
     * @param highs highest prices
     * @param lows lowest prices
     * @param closes last prices
     * @param volumes traded values in USD, 0 or more, NaN where unknown
     */
    public record Prices(double[] opens, double[] highs, double[] lows, double[] closes, double[] volumes) {
        /** Candles of which only the closes are known: open, high and low equal the close, volumes are unknown. */
        public static Prices ofCloses(double[] closes) {
            double[] volumes = new double[closes.length];
            Arrays.fill(volumes, Double.NaN);
            return new Prices(closes, closes, closes, closes, volumes);
        }
    }

    /**
     * How deep the pool was at each candle's close.
     *
     * @param source where the figures come from
     * @param usd the value of one side of the pool in USD, a figure of 0 or more for each candle, NaN where unknown;
     *     empty for {@link LiquiditySource#NONE}
     */
    public record Depth(LiquiditySource source, double[] usd) {
        /** No depth is known. */
        public static final Depth NONE = new Depth(LiquiditySource.NONE, new double[0]);

        /**
         * @throws IllegalArgumentException when there are figures that come from nowhere
         */
        public Depth {
            Checks.that(
                    source != LiquiditySource.NONE || usd.length == 0,
                    "%d figures of depth have no source: say whether they are reserves or value locked.",
                    usd.length);
        }
    }

    /**
     * Candles of a pool whose depth is known.
     *
     * @throws IllegalArgumentException when columns differ in length, times do not ascend by an interval or more, a
     *     price is not a positive finite number, or a volume or depth is negative or infinite; the message names the
     *     row
     */
    public Candles(Interval interval, long[] times, Prices prices, Depth depth) {
        new CandleChecks(interval, times, prices, depth).run();
        this.interval = interval;
        this.times = times;
        this.opens = prices.opens();
        this.highs = prices.highs();
        this.lows = prices.lows();
        this.closes = prices.closes();
        this.volumes = prices.volumes();
        this.depth = depth;
        this.index = RowIndex.of(times, interval.millis());
        this.sound = CandleChecks.areBounds(prices);
    }

    /** Candles without known depth; see {@link #Candles(Interval, long[], Prices, Depth)}. */
    public Candles(Interval interval, long[] times, Prices prices) {
        this(interval, times, prices, Depth.NONE);
    }

    /** The length of each candle. */
    public Interval interval() {
        return interval;
    }

    /** How many candles there are. */
    public int size() {
        return times.length;
    }

    /** The open time of a row in epoch milliseconds. */
    public long time(int row) {
        return times[row];
    }

    /** The first price of a row. */
    public double open(int row) {
        return opens[row];
    }

    /** The highest price of a row. */
    public double high(int row) {
        return highs[row];
    }

    /** The lowest price of a row. */
    public double low(int row) {
        return lows[row];
    }

    /**
     * The lowest price that there was: the low, or the open or close where a source gives a low above them, for there were
     * trades at these all the same.
     */
    public double lowest(int row) {
        return sound ? lows[row] : Math.min(lows[row], Math.min(opens[row], closes[row]));
    }

    /** The highest price that there was, as {@link #lowest}. */
    public double highest(int row) {
        return sound ? highs[row] : Math.max(highs[row], Math.max(opens[row], closes[row]));
    }

    /** The last price of a row. */
    public double close(int row) {
        return closes[row];
    }

    /** The traded value of a row in USD; NaN where unknown. */
    public double volume(int row) {
        return volumes[row];
    }

    /** The value of one side of the pool at a row's close, in USD; NaN where unknown. */
    public double depthUsd(int row) {
        return depth.source() == LiquiditySource.NONE ? Double.NaN : depth.usd()[row];
    }

    /** Where the depth comes from. */
    public LiquiditySource liquiditySource() {
        return depth.source();
    }

    /** The columns themselves, for code that works on whole arrays. Not to be written to. */
    public Prices prices() {
        return new Prices(opens, highs, lows, closes, volumes);
    }

    /** The open times themselves, in epoch milliseconds. Not to be written to. */
    public long[] times() {
        return times;
    }

    /** The depth column itself. Not to be written to. */
    public Depth depth() {
        return depth;
    }

    /** The last row that had closed at the time (open + interval ≤ time), or −1. */
    public int lastClosedAt(long epochMillis) {
        return firstAtOrAfter(epochMillis - interval.millis() + 1) - 1;
    }

    /** The first row that opens at or after the time; {@link #size()} where there is none. */
    public int firstAtOrAfter(long epochMillis) {
        return index.firstAtOrAfter(epochMillis);
    }

    /** One row as a value. */
    public Candle candle(int row) {
        return new Candle(
                Instant.ofEpochMilli(times[row]),
                Instant.ofEpochMilli(times[row] + interval.millis()),
                opens[row],
                highs[row],
                lows[row],
                closes[row],
                volumes[row]);
    }

    /** The rows from (inclusive) to (exclusive), as a copy. */
    public Candles rows(int from, int to) {
        Prices part = new Prices(
                Arrays.copyOfRange(opens, from, to),
                Arrays.copyOfRange(highs, from, to),
                Arrays.copyOfRange(lows, from, to),
                Arrays.copyOfRange(closes, from, to),
                Arrays.copyOfRange(volumes, from, to));
        Depth partDepth = depth.source() == LiquiditySource.NONE
                ? Depth.NONE
                : new Depth(depth.source(), Arrays.copyOfRange(depth.usd(), from, to));
        return new Candles(interval, Arrays.copyOfRange(times, from, to), part, partDepth);
    }
}
