package org.evenkeel.api.port;

import org.jspecify.annotations.Nullable;

/**
 * A part of the world cannot be reached now, and may be later: a run that goes on as time goes by tries again. Anything else
 * that a port throws ends the run.
 */
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what could not be reached, and why
     */
    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
