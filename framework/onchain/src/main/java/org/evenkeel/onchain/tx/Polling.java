package org.evenkeel.onchain.tx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits a while between two looks, until a deadline, or until this thread is told to stop. */
record Polling(Duration interval, Instant deadline, InstantSource clock, Sleeper sleeper) implements Waiting {
    Polling {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException(
                    "To look at a chain every " + interval + " would never let it go on: give"
                            + " more than 0, such as a quarter of the time between two blocks.");
        }
    }

    @Override
    public boolean again(TxOutcome soFar) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            return false;
        }
        try {
            sleeper.sleep(left.compareTo(interval) < 0 ? left : interval);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // Whoever waits for the outcome has to see it too.
            return false;
        }
    }
}
