package org.evenkeel.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is to be let go of at the end, the last first. Each is, whatever becomes of another: a lock that stays would keep
 * the next run out.
 */
public final class Held implements AutoCloseable {
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    /** Holds one more. */
    public <T extends AutoCloseable> T keep(T opened) {
        held.addLast(opened);
        return opened;
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!held.isEmpty()) {
            try {
                held.removeLast().close();
            } catch (Exception e) {
                failure = with(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException with(@Nullable RuntimeException before, Exception one) {
        if (before != null) {
            before.addSuppressed(one);
            return before;
        }
        return one instanceof RuntimeException own
                ? own
                : new IllegalStateException("Something that was held could not be let go of.", one);
    }
}
