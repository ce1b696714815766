package org.evenkeel.cli.terminal;

import java.io.PrintStream;
import java.util.function.Supplier;

/** The two streams: results on the one, everything else on the other. */
public final class Console {
    private Console() {}

    /** Where results go. */
    public static PrintStream out() {
        return System.out;
    }

    /** Where progress, notes and errors go. */
    public static PrintStream err() {
        return System.err;
    }

    /**
     * Does work of the user's own code, which may print: that must not get among the results, and goes to the other.
     */
    public static <T> T apart(Supplier<T> work) {
        PrintStream results = out();
        System.setOut(err());
        try {
            return work.get();
        } finally {
            System.setOut(results);
        }
    }
}
