package org.evenkeel.onchain.market;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.api.port.Pricing;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Chain;
import org.evenkeel.market.MarketView;

/** Prices from the pools of chains as they are now: each time from one head of each chain that is asked about. */
public final class OnchainPricing implements Pricing {
    private final Map<Chain, Desk> desks;
    private final Duration tolerance;

    /**
     * What prices of a chain come from.
     *
     * @param market its pools
     * @param verdicts what is known of its tokens
     */
    public record Desk(ChainMarket market, TokenVerdicts verdicts) {}

    /**
     * On these chains.
     *
     * @param tolerance how old a pair's last candle may be: a strategy decides by candles, wherever is traded
     */
    public OnchainPricing(Stream<Desk> desks, Duration tolerance) {
        this.desks =
                desks.collect(Collectors.toUnmodifiableMap(desk -> desk.market().chain(), Function.identity()));
        this.tolerance = tolerance;
    }

    @Override
    public Quotes quotes(MarketView view) {
        return new OnchainQuotes(view, desks, tolerance);
    }

    /** Pools move on, and most nodes forget what they were. */
    @Override
    public boolean isRepeatable() {
        return false;
    }
}
