package org.evenkeel.testkit;

import java.util.stream.LongStream;

/** The seeds that a test is tried with; for tests with more parameters than {@link SeededTest} hands over. */
public final class Seeds {
    private static final int UNLESS_TOLD = 20;

    private Seeds() {}

    /** The numbers from 1 to the system property {@code evenkeel.seeds}. */
    public static LongStream all() {
        return LongStream.rangeClosed(1, Long.getLong("evenkeel.seeds", UNLESS_TOLD));
    }
}
