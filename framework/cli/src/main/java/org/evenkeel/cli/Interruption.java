package org.evenkeel.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C ends a long command with what it has: the process waits until the runs under way are written, but not for ever.
 */
final class Interruption implements AutoCloseable {
    private static final int MOST_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::waitForTheCommand);
    private final Runnable onRequest;
    private volatile boolean asked;

    Interruption() {
        this(() -> {});
    }

    /**
     * @param onRequest tells what is under way to come to an end
     */
    Interruption(Runnable onRequest) {
        this.onRequest = onRequest;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitForTheCommand() {
        asked = true;
        onRequest.run();
        try {
            boolean inTime = finished.await(MOST_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Console.err().println("A run did not end within " + MOST_SECONDS + " s, and is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the user wants it to end. */
    boolean asked() {
        return asked;
    }

    /** Everything is written. */
    @Override
    public void close() {
        finished.countDown();
        if (!asked) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
