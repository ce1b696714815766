package org.evenkeel.api;

/** A parameter is unknown, or its value is no good. The message names it and what would do. */
public class ParameterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own. */
    public ParameterException(String message) {
        super(message);
    }

    /** With a message that stands on its own, and the fault beneath it. */
    public ParameterException(String message, Throwable cause) {
        super(message, cause);
    }
}
