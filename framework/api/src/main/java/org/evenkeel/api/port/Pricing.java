package org.evenkeel.api.port;

import org.evenkeel.market.MarketView;

/** The prices at which trades can be expected. */
@FunctionalInterface
public interface Pricing {
    /** Quotes from what the view shows and nothing else. */
    Quotes quotes(MarketView view);

    /**
     * Whether the same view has the same quotes for ever, as where they follow from its candles. Those of pools on chains
     * are gone with their moment: what of them a decision is told is recorded with it.
     */
    default boolean isRepeatable() {
        return true;
    }
}
