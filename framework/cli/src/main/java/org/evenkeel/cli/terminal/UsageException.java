package org.evenkeel.cli.terminal;

/** What the user asked for cannot be done as asked. The message says why and what would do. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was asked for, why it cannot be done, and what would do
     */
    public UsageException(String message) {
        super(message);
    }

    /**
     * @param message what was asked for, why it cannot be done, and what would do
     * @param cause what found it out
     */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
