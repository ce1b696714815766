package org.evenkeel.sweep;

import org.jspecify.annotations.Nullable;

/** A sweep's folder cannot be used as it is. The message says what is wrong, where, and what to do. */
public class SweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own. */
    public SweepException(String message) {
        this(message, null);
    }

    /** With a message that stands on its own, and the fault beneath it. */
    public SweepException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Reading or writing failed: a full disk, a missing permission, a broken device. */
    public static final class Io extends SweepException {
        private static final long serialVersionUID = 1L;

        /** With a message that stands on its own, and the fault beneath it. */
        public Io(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
