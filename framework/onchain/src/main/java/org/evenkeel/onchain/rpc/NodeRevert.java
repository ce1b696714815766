package org.evenkeel.onchain.rpc;

import org.evenkeel.onchain.abi.RevertReason;

/** A node did what it was asked, and the contract refused: another node would say the same. */
final class NodeRevert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RevertReason reason;

    NodeRevert(RevertReason reason) {
        super("reverted: " + reason);
        this.reason = reason;
    }

    RevertReason reason() {
        return reason;
    }
}
