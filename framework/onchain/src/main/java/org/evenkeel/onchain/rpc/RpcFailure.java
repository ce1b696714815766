package org.evenkeel.onchain.rpc;

import java.io.IOException;

/**
 * One request to one endpoint failed; what comes of that is for the caller to decide. The message may repeat what the node
 * said, and that may hold the key to it: it is shown by {@link Node#describe} only, and this is nobody's cause.
 */
final class RpcFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERRORS = 500;

    private final ChainFault fault;
    private final boolean outage;

    RpcFailure(ChainFault fault, String message) {
        super(message);
        this.fault = fault;
        outage = isOutage(fault);
    }

    RpcFailure(ChainFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
        outage = isOutage(fault);
    }

    /** Of an answer with an HTTP status other than success. */
    RpcFailure(ChainFault fault, int status, String said) {
        super("HTTP status " + status + (said.isEmpty() ? "" : ", \"" + said + '"'));
        this.fault = fault;
        outage = isOutage(fault) || status >= SERVER_ERRORS;
    }

    private static boolean isOutage(ChainFault fault) {
        return switch (fault) {
            case UNREACHABLE, RATE_LIMITED, INTERRUPTED -> true;
            case REFUSED, GARBAGE, TOO_LARGE, WRONG_CHAIN, STALE, CLOCK_SKEW, NODE_ERROR -> false;
        };
    }

    ChainFault fault() {
        return fault;
    }

    /** Whether nobody answered, or only that this cannot be done just now. */
    boolean isOutage() {
        return outage;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
