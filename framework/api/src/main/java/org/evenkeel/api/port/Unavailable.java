package org.evenkeel.api.port;

import org.jspecify.annotations.Nullable;

/**
 * A part of the world cannot be reached now, and may be later: a run that goes on as time goes by tries again. Anything else
 * that a port throws ends the run.
 */
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usual;

    /**
     * @param message what could not be reached, and why
     */
    public Unavailable(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private Unavailable(String message, @Nullable Throwable cause, boolean usual) {
        super(message, cause);
        this.usual = usual;
    }

    /**
     * What has to be waited for each time, such as blocks that are to become final: nobody need be alarmed.
     *
     * @param message what is waited for, and why
     */
    public static Unavailable awaited(String message) {
        return new Unavailable(message, null, true);
    }

    /** Whether it is what has to be waited for each time. */
    public boolean isUsual() {
        return usual;
    }
}
