package org.evenkeel.sweep.remote;

import org.jspecify.annotations.Nullable;

/** A cluster cannot be reached or used. The message says what is wrong, where, and what to do. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own. */
    public ClusterException(String message) {
        this(message, null);
    }

    /** With a message that stands on its own, and the fault beneath it. */
    public ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
