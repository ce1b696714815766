package org.evenkeel.onchain.rpc;

import java.io.IOException;

/**
 * One request to one endpoint failed; what comes of that is for the caller to decide. The message may repeat what the node
 * said, and that may hold the key to it: it is shown by {@link Node#describe} only, and this is nobody's cause.
 */
final class RpcFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final ChainFault fault;

    RpcFailure(ChainFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    RpcFailure(ChainFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    ChainFault fault() {
        return fault;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
