package org.evenkeel.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.live.WallClock;

/**
 * Ctrl-C ends a long command with what it has: the process waits until the runs under way are written, but not for ever.
 */
public final class Interruption implements AutoCloseable {
    private static final int MOST_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::waitForTheCommand);
    private final Runnable onRequest;
    private final String left;
    private volatile boolean asked;

    /** Of a command that loses what it has begun. */
    public Interruption() {
        this(() -> {}, "The run that was under way is lost.");
    }

    /**
     * @param onRequest tells what is under way to come to an end
     * @param left what becomes of what is not done by then
     */
    public Interruption(Runnable onRequest, String left) {
        this.onRequest = onRequest;
        this.left = left;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitForTheCommand() {
        asked = true;
        onRequest.run();
        try {
            boolean inTime = finished.await(MOST_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Console.err()
                        .println("Not all was done within " + MOST_SECONDS + " s, and the process ends here. " + left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a live run, of which nothing is lost whenever it ends. */
    public static Interruption ofLive(WallClock clock) {
        return new Interruption(
                clock::stop,
                "What was sent may still land. Nothing of it is lost: the same command finds what became of it and goes"
                        + " on from there.");
    }

    /** Whether the user wants it to end. */
    public boolean asked() {
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
