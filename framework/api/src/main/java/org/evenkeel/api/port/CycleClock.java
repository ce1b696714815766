package org.evenkeel.api.port;

import java.time.Instant;

/** Lets time pass. Instants themselves come from the schedule; nothing in the engine reads a clock. */
@FunctionalInterface
public interface CycleClock {
    /**
     * Returns once the instant has come; at once in a simulation.
     *
     * @throws InterruptedException when the run is to stop
     */
    void await(Instant instant) throws InterruptedException;
}
