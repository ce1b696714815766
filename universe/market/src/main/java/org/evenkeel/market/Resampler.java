package org.evenkeel.market;

/**
 * Coarser candles from finer ones: first open, highest high, lowest low, last close, summed volume, last depth. A cell
 * in which a volume is unknown has an unknown volume.
 *
 * <p>A cell is made of the candles that are there, however few. The first of a pair opens with its first trade,
 * wherever in the cell that is, and one with a gap says nothing of the time that is missing: ask for
 * {@link PairFilter#minAge} where a full first cell matters.
 */
public final class Resampler {
    private final Candles source;
    private final Interval interval;
    private final CandleBuffer cells;

    private Resampler(Candles source, Interval interval) {
        this.source = source;
        this.interval = interval;
        this.cells = new CandleBuffer(interval, source.liquiditySource(), mostCells());
    }

    /**
     * Resamples candles onto the grid of a coarser interval. A cell without a trade has no candle; the last cell may be
     * incomplete, but it closes at its grid line, so no view shows it before. A candle that lies across a grid line
     * belongs to the cell that it closes in: the cell before would otherwise show prices from after its own close.
     *
     * @throws IllegalArgumentException when the interval is not a multiple of the candles' own
     */
    public static Candles resample(Candles candles, Interval interval) {
        if (candles.interval().equals(interval)) {
            return candles;
        }
        Checks.that(
                interval.millis() % candles.interval().millis() == 0,
                "Candles of %s cannot be made into candles of %s: choose a multiple of %s.",
                candles.interval(),
                interval,
                candles.interval());
        return new Resampler(candles, interval).run();
    }

    private int mostCells() {
        if (source.size() == 0) {
            return 0;
        }
        long span = lastMoment(source.size() - 1) - interval.floor(lastMoment(0));
        return (int) Math.min(source.size(), span / interval.millis() + 1);
    }

    private Candles run() {
        int from = 0;
        while (from < source.size()) {
            long cell = interval.floor(lastMoment(from));
            int to = source.lastClosedAt(cell + interval.millis()) + 1;
            add(cell, from, to);
            from = to;
        }
        return cells.candles();
    }

    /** The last millisecond that a row is about. */
    private long lastMoment(int row) {
        return source.time(row) + source.interval().millis() - 1;
    }

    /** Makes one candle of the rows from (inclusive) to (exclusive). */
    private void add(long cell, int from, int to) {
        Candles.Prices prices = source.prices();
        int row = cells.next(cell);
        cells.opens[row] = prices.opens()[from];
        cells.highs[row] = highest(prices.highs(), from, to);
        cells.lows[row] = lowest(prices.lows(), from, to);
        cells.closes[row] = prices.closes()[to - 1];
        cells.volumes[row] = sum(prices.volumes(), from, to);
        cells.depth(row, source.depthUsd(to - 1));
    }

    private static double highest(double[] values, int from, int to) {
        double highest = values[from];
        for (int row = from + 1; row < to; row++) {
            highest = Math.max(highest, values[row]);
        }
        return highest;
    }

    private static double lowest(double[] values, int from, int to) {
        double lowest = values[from];
        for (int row = from + 1; row < to; row++) {
            lowest = Math.min(lowest, values[row]);
        }
        return lowest;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += values[row];
        }
        return sum;
    }
}
