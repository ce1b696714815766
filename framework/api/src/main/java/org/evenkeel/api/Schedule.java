package org.evenkeel.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.Interval;

/**
 * When decisions are made: on the grid of the cycle (weeks begin on Monday 00:00 UTC), later by the offset.
 *
 * @param cycle the time from one decision to the next, 1 hour to 30 days [cycle]
 * @param offset how long after the grid line, 0 up to (not including) the cycle [cycleOffset]
 */
public record Schedule(Interval cycle, Duration offset) {
    /**
     * @throws ParameterException when the cycle or the offset is out of range
     */
    public Schedule {
        if (cycle.compareTo(Interval.HOURLY) < 0 || cycle.compareTo(Interval.days(30)) > 0) {
            throw new ParameterException("Setting cycle=" + cycle + " is out of range: 1h to 30d are possible.");
        }
        if (offset.isNegative() || offset.compareTo(cycle.duration()) >= 0) {
            throw new ParameterException(
                    "Setting cycleOffset=" + (offset.isNegative() ? offset : Durations.format(offset))
                            + " is out of range: 0 to less than the cycle of " + cycle + ".");
        }
    }

    /** The first tick at or after the start, if it is before the end. */
    public Optional<Instant> first(Instant start, Instant end) {
        Instant tick = cycle.ceil(start.minus(offset)).plus(offset);
        return Optional.of(tick).filter(candidate -> candidate.isBefore(end));
    }

    /** The tick that follows a tick, if it is before the end. */
    public Optional<Instant> next(Instant tick, Instant end) {
        return Optional.of(tick.plus(cycle.duration())).filter(candidate -> candidate.isBefore(end));
    }

    /** The last tick of the grid before a time, be there a run by then or not; both in epoch milliseconds. */
    public long lastBefore(long epochMillis) {
        return cycle.floor(epochMillis - 1 - offset.toMillis()) + offset.toMillis();
    }

    /** How many ticks there are from the start (inclusive) to the end (exclusive). */
    public int count(Instant start, Instant end) {
        return first(start, end)
                .map(tick -> 1 + (int) Duration.between(tick, end.minusNanos(1)).dividedBy(cycle.duration()))
                .orElse(0);
    }
}
