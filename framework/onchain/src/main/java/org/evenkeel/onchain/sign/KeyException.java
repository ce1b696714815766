package org.evenkeel.onchain.sign;

/** A key cannot be had. The message says why and what to do, and holds neither key nor password; nor does a cause. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyException(String message) {
        super(message);
    }

    /** With a cause that says nothing of what a file holds. */
    KeyException(String message, Exception cause) {
        super(message, cause);
    }
}
