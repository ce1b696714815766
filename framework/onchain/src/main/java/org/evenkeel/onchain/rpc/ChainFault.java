package org.evenkeel.onchain.rpc;

/** What went wrong between here and a chain. */
public enum ChainFault {
    /** No connection, no answer in time, or the connection ended. */
    UNREACHABLE(true),
    /** Too many requests, by the node's count or our own. */
    RATE_LIMITED(true),
    /** An HTTP status other than success. */
    REFUSED(true),
    /** The answer is not what JSON-RPC or the request calls for. */
    GARBAGE(true),
    /** The answer is larger than what is read. */
    TOO_LARGE(false),
    /** The node belongs to another chain. */
    WRONG_CHAIN(false),
    /** The node's newest block is old, or it lacks the block that was asked about. */
    STALE(true),
    /** The newest block is from this machine's future: its clock is behind. */
    CLOCK_SKEW(false),
    /** The node understood, and answered with an error. */
    NODE_ERROR(false),
    /** This thread was told to stop. */
    INTERRUPTED(false);

    private final boolean passing;

    ChainFault(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same may succeed a moment later. */
    boolean passing() {
        return passing;
    }
}
