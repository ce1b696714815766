package org.evenkeel.state.model;

import java.util.Locale;

/** Why a trade is wanted. */
public enum TradeReason {
    /** The strategy wants another share of the portfolio in this pair. */
    REBALANCE,
    /** The strategy wants nothing of this pair any more. */
    CLOSE,
    /** The strategy asked for this very order. */
    ORDER,
    /** A person had everything sold, whatever the strategy wants. */
    CLOSE_ALL,
    /** The wallet had it no more, and a person wrote it off: it was sold for nothing. */
    WRITE_OFF,
    /** The price fell to the stop loss. */
    STOP_LOSS,
    /** The price rose to the take profit. */
    TAKE_PROFIT,
    /** The price fell from its peak to the trailing stop. */
    TRAILING_STOP,
    /** The group's value fell to the stop of its basket. */
    BASKET_STOP_LOSS,
    /** The group's value rose to the target of its basket. */
    BASKET_TAKE_PROFIT;

    /** The reason in a few words, for people. */
    public String words() {
        return switch (this) {
            case CLOSE_ALL -> "close-all by hand";
            case WRITE_OFF -> "written off by hand";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** Whether a decision wanted the trade, be it the strategy's or that to close all. */
    public boolean isDecided() {
        return ordinal() < WRITE_OFF.ordinal();
    }

    /** Whether a trigger caused the trade, not a decision of the strategy. */
    public boolean isTrigger() {
        return ordinal() >= STOP_LOSS.ordinal();
    }
}
