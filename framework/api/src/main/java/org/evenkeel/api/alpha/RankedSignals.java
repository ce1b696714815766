package org.evenkeel.api.alpha;

import java.util.List;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;

/**
 * The selected signals, best first: what a {@link Weighting} weighs.
 *
 * @param pairs the pairs
 * @param signals their signals, in the same order
 * @param market the market as of the decision
 */
public record RankedSignals(List<TradingPair> pairs, double[] signals, MarketView market) {
    /** How many there are. */
    public int size() {
        return signals.length;
    }
}
