package org.evenkeel.cli;

import java.time.InstantSource;
import org.evenkeel.onchain.tx.Sleeper;

/** Time as it goes by outside: everything else is handed its time. */
final class RealTime {
    private RealTime() {}

    /** This machine's clock. */
    @SuppressForbidden
    static InstantSource clock() {
        return InstantSource.system(); // Somebody has to read it, and hands it on from here.
    }

    /** Lets time pass. */
    static Sleeper sleeper() {
        return Thread::sleep;
    }
}
