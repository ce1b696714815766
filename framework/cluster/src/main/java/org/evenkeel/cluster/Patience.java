package org.evenkeel.cluster;

import java.time.Duration;

/**
 * How long is waited for others.
 *
 * @param connect for a master to answer
 * @param note for a first executor, before it is said that there is none
 * @param others for all the executors that there may be, once there is one; they may also come later
 * @param executors for a first executor, or for another one when all were lost, before it is an error
 */
record Patience(Duration connect, Duration note, Duration others, Duration executors) {
    /** What a person would put up with. */
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(15), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(90));
}
