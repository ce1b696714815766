package org.evenkeel.onchain.abi;

/** An answer is not of the shape that its function has. The message says what was expected and what came. */
public final class AbiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own. */
    public AbiException(String message) {
        super(message);
    }
}
