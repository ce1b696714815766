package org.evenkeel.market;

/**
 * Coarser candles from finer ones: first open, highest high, lowest low, last close, summed volume, last depth. A cell in
 * which a volume is unknown has an unknown volume.
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
        long cellEnd = Long.MIN_VALUE;
        int cell = -1;
        for (int row = 0; row < source.size(); row++) {
            if (lastMoment(row) >= cellEnd) {
                long start = interval.floor(lastMoment(row));
                cellEnd = start + interval.millis();
                cell = cells.next(start);
                begin(cell, row);
            } else {
                extend(cell, row);
            }
            cells.closes[cell] = source.close(row);
            cells.depth(cell, source.depthUsd(row));
        }
        return cells.candles();
    }

    /** The last millisecond that a row is about. */
    private long lastMoment(int row) {
        return source.time(row) + source.interval().millis() - 1;
    }

    private void begin(int cell, int row) {
        cells.opens[cell] = source.open(row);
        cells.highs[cell] = source.high(row);
        cells.lows[cell] = source.low(row);
        cells.volumes[cell] = source.volume(row);
    }

    private void extend(int cell, int row) {
        cells.highs[cell] = Math.max(cells.highs[cell], source.high(row));
        cells.lows[cell] = Math.min(cells.lows[cell], source.low(row));
        cells.volumes[cell] += source.volume(row);
    }
}
