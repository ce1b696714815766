package org.evenkeel.onchain.rpc;

import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;

/** A contract refused a call. */
public final class RevertException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RevertReason reason;

    /** Of a call, for this reason. */
    public RevertException(Call call, RevertReason reason) {
        super("The contract refused " + call + ": " + reason + ".");
        this.reason = reason;
    }

    /** Why. */
    public RevertReason reason() {
        return reason;
    }
}
