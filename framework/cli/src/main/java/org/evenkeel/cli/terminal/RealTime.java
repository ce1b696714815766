package org.evenkeel.cli.terminal;

import java.time.InstantSource;
import org.evenkeel.onchain.tx.Sleeper;

/** Time as it goes by outside: everything else is handed its time. */
public final class RealTime {
    private RealTime() {}

    /** This machine's clock. */
    @SuppressForbidden
    public static InstantSource clock() {
        return InstantSource.system(); // Somebody has to read it, and hands it on from here.
    }

    /** Lets time pass. */
    public static Sleeper sleeper() {
        return Thread::sleep;
    }
}
