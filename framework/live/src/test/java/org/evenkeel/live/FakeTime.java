package org.evenkeel.live;

import java.time.Instant;

/** Time that passes only while it is waited for, and is over at an end. */
final class FakeTime implements Time {
    private Instant now;
    private Instant end;

    FakeTime(Instant now, Instant end) {
        this.now = now;
        this.end = end;
    }

    /** It is over now. */
    void stop() {
        end = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public boolean isOver() {
        return !now.isBefore(end);
    }

    @Override
    public void await(Instant instant) throws InterruptedException {
        if (instant.isAfter(now)) {
            now = instant.isBefore(end) ? instant : end;
        }
        if (isOver()) {
            throw new InterruptedException("The time is over.");
        }
    }
}
