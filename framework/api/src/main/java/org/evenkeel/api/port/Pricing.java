package org.evenkeel.api.port;

import org.evenkeel.market.MarketView;

/** The prices at which trades can be expected. */
@FunctionalInterface
public interface Pricing {
    /** Quotes from what the view shows and nothing else. */
    Quotes quotes(MarketView view);
}
