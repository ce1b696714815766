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

    /**
     * Passes on what says nothing of the strategy: too little memory, or a fault of the machine, with which the same run may
     * go well elsewhere. Whatever else a strategy's code throws is its own, a stack that overflows among it.
     *
     * @param thrown by code of a strategy
     * @throws VirtualMachineError what was thrown, where it is the machine's
     */
    public static void requireOwn(Throwable thrown) {
        if (thrown instanceof VirtualMachineError machine && !(thrown instanceof StackOverflowError)) {
            throw machine;
        }
    }
}
