package org.evenkeel.state.model;

/** How far a trade has come. It only advances, unless a chain takes its end back: then it is unknown again. */
public enum TradeStatus {
    /** Recorded, and not yet known to have been executed. */
    PLANNED,
    /** Sent, and its outcome could not be learned: it may have happened. */
    UNKNOWN,
    /** Executed. */
    FILLED,
    /** Not executed, and it never will be. */
    FAILED
}
