package org.evenkeel.backtest;

import java.time.Duration;
import org.evenkeel.api.port.Pricing;
import org.evenkeel.market.MarketView;

/** Quotes from candles: the last close as the mid price, fees by hop, impact by the pools' depth. */
final class SimulatedPricing implements Pricing {
    private final Routes routes;
    private final Duration tolerance;

    SimulatedPricing(Routes routes, Duration tolerance) {
        this.routes = routes;
        this.tolerance = tolerance;
    }

    @Override
    public SimulatedQuotes quotes(MarketView view) {
        return new SimulatedQuotes(view, routes, tolerance);
    }
}
