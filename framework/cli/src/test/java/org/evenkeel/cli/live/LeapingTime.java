package org.evenkeel.cli.live;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.evenkeel.live.Time;

/**
 * The machine's time, in which nobody waits: who would is as far ahead of it from then on. For runs that go on where a
 * process left off that had the machine's time itself.
 */
final class LeapingTime implements Time {
    private final Consumer<Instant> passes;
    private Duration ahead = Duration.ZERO;
    private boolean over;

    private LeapingTime(Consumer<Instant> passes) {
        this.passes = passes;
    }

    /** It is now. */
    static LeapingTime now() {
        return now(until -> {});
    }

    /**
     * It is now.
     *
     * @param passes lets time pass elsewhere, too, whenever somebody waits for an instant
     */
    static LeapingTime now(Consumer<Instant> passes) {
        return new LeapingTime(passes);
    }

    /** What the machine's clock says. */
    static Instant machine() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    /** A run's time, in which what is on its way is looked at again and again. */
    LiveTime live() {
        return new LiveTime(this, pause -> Thread.onSpinWait());
    }

    /** The run is to stop. */
    void end() {
        over = true;
    }

    @Override
    public Instant instant() {
        return machine().plus(ahead);
    }

    @Override
    public void await(Instant until) throws InterruptedException {
        if (over) {
            throw new InterruptedException("The run is to stop.");
        }
        Duration left = Duration.between(instant(), until);
        ahead = left.isPositive() ? ahead.plus(left) : ahead;
        passes.accept(until);
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
