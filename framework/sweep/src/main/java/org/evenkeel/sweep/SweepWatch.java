package org.evenkeel.sweep;

/** Who follows a sweep, and may end it. */
public interface SweepWatch {
    /** Nobody. */
    SweepWatch NONE = new SweepWatch() {};

    /** Another run is done. */
    default void runDone(Trial trial) {}

    /** Another point was left out, for it makes no sense. */
    default void pointLeftOut() {}

    /** Whether the sweep is to end: runs under way are finished, no more are begun. */
    default boolean ended() {
        return false;
    }
}
