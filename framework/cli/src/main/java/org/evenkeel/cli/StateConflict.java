package org.evenkeel.cli;

/** A state is in the way of what was asked for. The message says which and what to do. */
final class StateConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateConflict(String message) {
        super(message);
    }
}
