package org.evenkeel.market;

/** A file or folder cannot be written, for the machine does not let it be: a full disk, a missing permission. */
public final class UnwritableException extends DataException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own, and the fault beneath it. */
    public UnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
