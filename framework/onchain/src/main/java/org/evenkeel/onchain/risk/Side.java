package org.evenkeel.onchain.risk;

/** Whether a trade takes on risk or gets out of it. */
public enum Side {
    /** Reserve goes in, and a position grows. */
    BUY,
    /** A position goes in, and reserve comes out. */
    SELL
}
