package org.evenkeel.onchain.risk;

/** Why a trade is held back. */
public enum RefusalReason {
    /** The quote is of a block too long ago, or of the future. */
    STALE_QUOTE,
    /** Less would be accepted than the slippage limit allows. */
    SLIPPAGE,
    /** The trade would move the prices of its pools too far. */
    PRICE_IMPACT,
    /** Gas costs more than is ever paid. */
    GAS_COST,
    /** Gas is too large a share of what is traded. */
    GAS_SHARE,
    /** The trade is larger than one may be. */
    TRADE_VALUE,
    /** With this trade more would be traded in a day than may be. */
    DAY_VALUE,
    /** As much was lost today as may be. */
    DAILY_LOSS,
    /** A token on the way is not allowed. */
    TOKEN_NOT_ALLOWED,
    /** The contract that would trade is not allowed. */
    ROUTER_NOT_ALLOWED,
    /** A pool on the way is not allowed. */
    POOL_NOT_ALLOWED,
    /** The reserve token is not worth what it should be. */
    RESERVE_OFF_PEG,
    /** What the reserve token is worth is not known. */
    RESERVE_PRICE_UNKNOWN,
    /** The token takes a part of what is moved. */
    TAXED_TOKEN,
    /** The token could be bought and not be sold. */
    HONEYPOT,
    /** The token's logs are not what it does. */
    TOKEN_UNTRUE,
    /** Whether the token can be sold again was not found out. */
    TOKEN_UNPROVEN
}
