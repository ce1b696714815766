package org.evenkeel.api;

/** Which price a decision's trades get. */
public enum FillPrice {
    /** The open of the candle that begins at the decision: the first price obtainable after it. */
    OPEN,
    /**
     * The close that the decision saw. Many published examples use it and close-only data has nothing else, but nobody
     * trades at a price that has already passed.
     */
    CLOSE
}
