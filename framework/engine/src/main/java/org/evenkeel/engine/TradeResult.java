package org.evenkeel.engine;

import org.evenkeel.state.model.Outcome;

/**
 * What became of a wanted trade.
 *
 * @param outcome what
 * @param value what was traded instead of what was wanted, in USD, negative for a sale; 0 where nothing was changed
 */
record TradeResult(Outcome outcome, double value) {
    /** It was traded as wanted. */
    static final TradeResult AS_WANTED = new TradeResult(Outcome.TRADED, 0);

    /** It was not traded. */
    static TradeResult not(Outcome why) {
        return new TradeResult(why, 0);
    }

    /** This, and where it was traded, less than wanted. */
    TradeResult trimmed(Outcome why, double tradedValue) {
        return outcome == Outcome.TRADED ? new TradeResult(why, tradedValue) : this;
    }
}
