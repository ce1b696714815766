package org.evenkeel.cli.terminal;

/** A state is in the way of what was asked for. The message says which and what to do. */
public final class StateConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which state, where it is, and what to do
     */
    public StateConflict(String message) {
        super(message);
    }
}
