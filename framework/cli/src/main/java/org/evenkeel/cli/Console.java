package org.evenkeel.cli;

import java.io.PrintStream;
import java.util.function.Supplier;

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

    /**
     * Does work of the user's own code, which may print: that must not get among the results, and goes to the other.
     */
    static <T> T apart(Supplier<T> work) {
        PrintStream results = out();
        System.setOut(err());
        try {
            return work.get();
        } finally {
            System.setOut(results);
        }
    }
}
