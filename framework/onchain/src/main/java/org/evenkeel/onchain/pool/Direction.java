package org.evenkeel.onchain.pool;

/** Which of a pool's two tokens goes in. */
public enum Direction {
    /** The first token is sold for the second. The price, in second per first, falls. */
    ZERO_FOR_ONE,
    /** The second token is sold for the first. The price rises. */
    ONE_FOR_ZERO;

    /** The way back. */
    public Direction opposite() {
        return this == ZERO_FOR_ONE ? ONE_FOR_ZERO : ZERO_FOR_ONE;
    }
}
