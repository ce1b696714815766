package org.evenkeel.onchain.rpc;

import org.evenkeel.api.port.Unavailable;
import org.jspecify.annotations.Nullable;

/** A chain could not be asked, or not be believed. The message says what, where, why and what to do. */
public class ChainException extends Unavailable {
    private static final long serialVersionUID = 1L;

    private final ChainFault fault;

    /** With a message that stands on its own. */
    public ChainException(ChainFault fault, String message) {
        super(message, null);
        this.fault = fault;
    }

    /** With what is beneath, which holds no part of an endpoint's URL. */
    ChainException(ChainFault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What went wrong; where several endpoints failed, what the last of them did. */
    public ChainFault fault() {
        return fault;
    }
}
