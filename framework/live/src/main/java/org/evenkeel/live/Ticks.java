package org.evenkeel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.api.Schedule;
import org.evenkeel.state.model.Portfolio;

/** Which tick of the grid is due, and which have passed. */
final class Ticks {
    private final Schedule schedule;
    private final Duration tolerance;
    private Instant last;

    /**
     * @param last the last tick that was dealt with, or an instant before the first that counts
     */
    Ticks(Schedule schedule, Duration tolerance, Instant last) {
        this.schedule = schedule;
        this.tolerance = tolerance;
        this.last = last;
    }

    /**
     * Those of a run.
     *
     * @param book what has been decided, where anything was
     * @param began when the run began: the first tick that counts is then or later
     */
    static Ticks of(Schedule schedule, LiveTerms terms, Optional<Portfolio> book, Instant began) {
        Instant last = book.map(Portfolio::cycles)
                .filter(cycles -> !cycles.isEmpty())
                .map(cycles -> cycles.getLast().at())
                .orElse(began.minusMillis(1));
        return new Ticks(schedule, terms.toleranceFor(schedule.cycle()), last);
    }

    /**
     * Ticks that have passed.
     *
     * @param first the first of them
     * @param last the last of them
     */
    record Missed(Instant first, Instant last) {}

    /** How long after a tick it may still be decided at. */
    Instant latest(Instant tick) {
        return tick.plus(tolerance);
    }

    /** The ticks, since the last that was dealt with, that it is too late for; they are dealt with by this. */
    Optional<Missed> missed(Instant now) {
        Instant current = current(now);
        Instant end = latest(current).isBefore(now) ? current : before(current);
        Instant first = after(last);
        if (first.isAfter(end)) {
            return Optional.empty();
        }
        last = end;
        return Optional.of(new Missed(first, end));
    }

    /** The tick that is to be decided at now. */
    Optional<Instant> due(Instant now) {
        Instant current = current(now);
        return Optional.of(current)
                .filter(tick -> tick.isAfter(last) && !latest(tick).isBefore(now));
    }

    /** The tick has been decided at, or it was given up. */
    void dealtWith(Instant tick) {
        last = tick;
    }

    /** The tick that comes next after an instant. */
    Instant after(Instant instant) {
        return current(instant).plus(schedule.cycle().duration());
    }

    private Instant before(Instant tick) {
        return tick.minus(schedule.cycle().duration());
    }

    private Instant current(Instant now) {
        return Instant.ofEpochMilli(schedule.lastBefore(now.toEpochMilli() + 1));
    }
}
