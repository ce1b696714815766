package org.evenkeel.cli.live;

import java.time.Instant;
import org.evenkeel.live.Time;

/** No time passes, however long the machine takes: what begins then has begun then. */
record StillTime(Instant instant) implements Time {
    @Override
    public void await(Instant until) throws InterruptedException {
        throw new InterruptedException("It never comes.");
    }

    @Override
    public boolean isOver() {
        return false;
    }

    /** A run's time, in which what is on its way is looked at again and again. */
    LiveTime live() {
        return new LiveTime(this, pause -> Thread.onSpinWait());
    }
}
