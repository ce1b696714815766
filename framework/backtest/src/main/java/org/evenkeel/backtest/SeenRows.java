package org.evenkeel.backtest;

import java.time.Instant;
import org.evenkeel.api.Schedule;
import org.evenkeel.market.Candles;

/**
 * When a run may act on what happened inside a candle. That is told by its open, but a candle that lies across a tick
 * is not known to the decision there: what happened in it counts after that decision. One that lies across the end of
 * the run does not count at all.
 */
final class SeenRows {
    private final Schedule schedule;
    private final long end;
    private final long cycle;
    /** The latest cycle that was looked for: candles come in the order of time, so the next one mostly lies in it too. */
    private long tick = Long.MAX_VALUE;

    SeenRows(Schedule schedule, Instant end) {
        this.schedule = schedule;
        this.cycle = schedule.cycle().millis();
        this.end = end.equals(Instant.MAX) ? Long.MAX_VALUE : end.toEpochMilli();
    }

    /** When a row is seen, in epoch milliseconds: at its open, or at the last tick inside it. */
    long at(Candles candles, int row) {
        long open = candles.time(row);
        long close = open + candles.interval().millis();
        return close > end ? Math.max(open, end) : Math.max(open, lastTickBefore(close));
    }

    private long lastTickBefore(long time) {
        if (time <= tick || time > tick + cycle) {
            tick = schedule.lastBefore(time);
        }
        return tick;
    }

    /** The first row that is seen at or after the time; the candles' size where there is none. */
    int firstFrom(Candles candles, long epochMillis) {
        int row = candles.firstAtOrAfter(epochMillis);
        // Most candles end at a tick at the latest: no need to look for the tick inside.
        boolean across = row > 0
                && candles.time(row - 1) + candles.interval().millis() > epochMillis
                && at(candles, row - 1) >= epochMillis;
        return across ? row - 1 : row;
    }
}
