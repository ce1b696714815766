package org.evenkeel.onchain.tx;

import java.time.Duration;

/** Lets time pass. A program hands in {@code Thread::sleep}, a test what moves its clock. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Returns after a while.
     *
     * @throws InterruptedException when this thread is told to stop
     */
    void sleep(Duration time) throws InterruptedException;
}
