package org.evenkeel.cluster;

import java.time.Duration;

/**
 * How long is waited for others.
 *
 * @param connect for a master to answer
 * @param executors for a first executor, or for another one when all were lost, before it is an error
 */
record Patience(Duration connect, Duration executors) {
    /** What a person would put up with. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(90));
}
