package org.evenkeel.api;

/** A strategy did what it must not, or failed. The message says which, at what tick, and what to do. */
public class StrategyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own. */
    public StrategyException(String message) {
        super(message);
    }

    /** With a message that stands on its own, and what the strategy threw. */
    public StrategyException(String message, Throwable cause) {
        super(message, cause);
    }
}
