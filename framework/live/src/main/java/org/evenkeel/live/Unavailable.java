package org.evenkeel.live;

/**
 * A part of the world cannot be reached now, and may be later: a live run tries again. Anything else that a port throws
 * ends the run.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what could not be reached, and why
     */
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
