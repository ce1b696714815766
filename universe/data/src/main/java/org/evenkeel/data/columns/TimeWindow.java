package org.evenkeel.data.columns;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.DataException;

/**
 * Which candles are wanted, by the time they opened.
 *
 * @param from epoch milliseconds of the first, inclusive
 * @param to epoch milliseconds of the end, exclusive
 */
public record TimeWindow(long from, long to) {
    /** All of time. */
    public static final TimeWindow ALL = new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE);

    /**
     * The window between two instants, either of which may be left open.
     *
     * @throws DataException when the start is not before the end
     */
    public static TimeWindow between(Optional<Instant> from, Optional<Instant> to) {
        long start = from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long end = to.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        if (start >= end) {
            throw new DataException("The time from " + from.orElse(Instant.MIN) + " to " + to.orElse(Instant.MAX)
                    + " is empty: the start must be before the end.");
        }
        return new TimeWindow(start, end);
    }

    /** Whether a candle that opened then is wanted. */
    public boolean contains(long time) {
        return time >= from && time < to;
    }

    /** Whether any candle between two times, both inclusive, may be wanted. */
    public boolean overlaps(long first, long last) {
        return last >= from && first < to;
    }
}
