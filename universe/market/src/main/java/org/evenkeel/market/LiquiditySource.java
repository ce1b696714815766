package org.evenkeel.market;

/** Where the depth behind a price impact comes from. */
public enum LiquiditySource {
    /** The pool's own reserves, candle by candle. */
    RESERVES,
    /** The value locked in the pool, half of it taken to be on each side. */
    TVL,
    /** Nothing is known: trades have no price impact, and the report says so. */
    NONE
}
