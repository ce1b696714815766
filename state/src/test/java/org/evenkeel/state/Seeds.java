package org.evenkeel.state;

import java.util.stream.LongStream;

/** The seeds that seeded tests try: as many as the system property {@code evenkeel.seeds} says. */
public final class Seeds {
    private Seeds() {}

    /** All seeds, for a method source. */
    public static LongStream all() {
        return LongStream.rangeClosed(1, Long.getLong("evenkeel.seeds", 20));
    }
}
