package org.evenkeel.cli.live;

import java.time.Duration;
import java.util.function.Supplier;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.live.Time;
import org.evenkeel.live.WallClock;
import org.evenkeel.onchain.tx.Sleeper;
import org.evenkeel.onchain.tx.Waiting;

/**
 * The time of a run.
 *
 * @param clock what time it is, and whether it is over
 * @param sleeper lets it pass between two looks at what is on its way: also when the run is to stop, for what was sent is
 *     waited for
 */
record LiveTime(Time clock, Sleeper sleeper) {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** As it goes by outside. */
    static LiveTime real(WallClock clock) {
        return new LiveTime(clock, RealTime.sleeper());
    }

    /** How each transaction is waited for. What is not in a block by then is asked after again later. */
    Supplier<Waiting> waiting() {
        return waiting(PATIENCE);
    }

    /** The same, but no longer than so long. */
    Supplier<Waiting> waiting(Duration most) {
        Duration patience = most.compareTo(PATIENCE) < 0 ? most : PATIENCE;
        return () -> Waiting.until(clock.instant().plus(patience), LOOK, clock, sleeper);
    }
}
