package org.evenkeel.onchain.safe;

/** A Safe cannot be used as it is. The message says what, where, why and what to do; nothing was signed. */
public final class SafeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SafeException(String message) {
        super(message);
    }

    SafeException(String message, Throwable cause) {
        super(message, cause);
    }
}
