package org.evenkeel.market;

/** The data cannot be used as it is. The message says what is wrong, where, why it matters and what to do. */
public class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own. */
    public DataException(String message) {
        super(message);
    }

    /** With a message that stands on its own, and the fault beneath it. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
