package org.evenkeel.engine;

import java.time.Instant;

/** Hears of each finished cycle: where progress is shown and snapshots are written. */
@FunctionalInterface
public interface CycleListener {
    /** Hears nothing. */
    CycleListener NONE = (tick, until) -> {};

    /**
     * A cycle, and the watch for triggers after it, is done.
     *
     * @param tick when the cycle began
     * @param until when the watch ended: the next tick, or the end of the run
     */
    void cycleDone(Instant tick, Instant until);
}
