package org.evenkeel.state.model;

/** The direction of a trade. */
public enum Side {
    /** Reserve goes out, the asset comes in. */
    BUY,
    /** The asset goes out, reserve comes in. */
    SELL
}
