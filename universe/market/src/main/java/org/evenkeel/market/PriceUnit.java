package org.evenkeel.market;

/** What a pair's candles are measured in. */
public enum PriceUnit {
    /** US dollars for one base token, whatever the pool's quote token is. */
    USD,
    /** Quote tokens for one base token: converted through the quote token's own pair against a dollar. */
    QUOTE
}
