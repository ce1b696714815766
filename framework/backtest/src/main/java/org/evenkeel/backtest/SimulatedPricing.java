package org.evenkeel.backtest;

import java.time.Duration;
import org.evenkeel.api.port.Pricing;
import org.evenkeel.market.MarketView;
import org.jspecify.annotations.Nullable;

/** Quotes from candles: the last close as the mid price, fees by hop, impact by the pools' depth. */
final class SimulatedPricing implements Pricing {
    private final Routes routes;
    private final Duration tolerance;
    private @Nullable SimulatedQuotes latest;

    SimulatedPricing(Routes routes, Duration tolerance) {
        this.routes = routes;
        this.tolerance = tolerance;
    }

    @Override
    public SimulatedQuotes quotes(MarketView view) {
        // A decision, its trades and its valuation ask as of one instant, one after the other.
        SimulatedQuotes known = latest;
        if (known == null || !known.asOf().equals(view.asOf())) {
            known = new SimulatedQuotes(view, routes, tolerance);
            latest = known;
        }
        return known;
    }
}
