package org.evenkeel.onchain.tx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets time pass between two looks at a chain. */
@FunctionalInterface
public interface Waiting {
    /**
     * Waits a while.
     *
     * @param soFar what is known
     * @return false when nothing more is to be waited for
     */
    boolean again(TxOutcome soFar);

    /**
     * Waits the same time between any two looks, the last of which is at the deadline. Where its thread is interrupted it
     * ends at once, and the thread stays interrupted.
     *
     * @param interval more than 0
     * @param clock what the deadline is told by
     */
    static Waiting until(Instant deadline, Duration interval, InstantSource clock, Sleeper sleeper) {
        return new Polling(interval, deadline, clock, sleeper);
    }
}
