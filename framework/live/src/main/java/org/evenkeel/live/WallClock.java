package org.evenkeel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of the machine. The only place of a live run where it is asked for, and where anything waits for it. */
public final class WallClock implements Time {
    /** Waiting is cut into pieces, so that a machine that slept, or whose clock was set, is found out soon. */
    private static final Duration PIECE = Duration.ofSeconds(5);

    private final CountDownLatch over = new CountDownLatch(1);

    /** Where shipping code may read the machine's clock: this is the clock that is passed to all others. */
    private @interface SuppressForbidden {}

    @Override
    @SuppressForbidden
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void await(Instant instant) throws InterruptedException {
        for (Duration left = left(instant); left.isPositive(); left = left(instant)) {
            Duration piece = left.compareTo(PIECE) < 0 ? left : PIECE;
            if (over.await(piece.toNanos(), TimeUnit.NANOSECONDS)) {
                break;
            }
        }
        if (isOver()) {
            throw new InterruptedException("The run is to stop.");
        }
    }

    private Duration left(Instant instant) {
        return Duration.between(instant(), instant);
    }

    /** Ends the run at the next moment at which nothing is half done. May be called by any thread, more than once. */
    public void stop() {
        over.countDown();
    }

    @Override
    public boolean isOver() {
        return over.getCount() == 0;
    }
}
