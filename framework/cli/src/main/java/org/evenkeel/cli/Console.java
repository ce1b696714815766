package org.evenkeel.cli;

import java.io.PrintStream;

/** The two streams: results on the one, everything else on the other. */
final class Console {
    private Console() {}

    /** Where results go. */
    static PrintStream out() {
        return System.out;
    }

    /** Where progress, notes and errors go. */
    static PrintStream err() {
        return System.err;
    }
}
