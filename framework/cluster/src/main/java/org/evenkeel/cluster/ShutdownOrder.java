package org.evenkeel.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.util.ShutdownHookManager;
import scala.runtime.BoxedUnit;

/**
 * When a process is told to end, by Ctrl-C, Spark stops at once, and what executors are at would be lost. This makes it
 * wait for runs under way.
 */
final class ShutdownOrder implements AutoCloseable {
    private static final int MOST_SECONDS = 25;

    private final ReentrantLock underWay = new ReentrantLock();
    private final Object hook;
    private volatile boolean ending;

    ShutdownOrder() {
        // Hooks with a higher priority come first; those of Spark and of its executors have this one or less.
        hook = ShutdownHookManager.addShutdownHook(ShutdownHookManager.DEFAULT_SHUTDOWN_PRIORITY() + 1, () -> {
            waitForRuns();
            return BoxedUnit.UNIT;
        });
    }

    private void waitForRuns() {
        ending = true;
        try {
            if (underWay.tryLock(MOST_SECONDS, TimeUnit.SECONDS)) {
                underWay.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs are about to be made; false where the process is ending. */
    boolean hold() {
        underWay.lock();
        return !ending;
    }

    /** All runs are made. */
    void release() {
        underWay.unlock();
    }

    @Override
    public void close() {
        if (!ending) {
            ShutdownHookManager.removeShutdownHook(hook);
        }
    }
}
