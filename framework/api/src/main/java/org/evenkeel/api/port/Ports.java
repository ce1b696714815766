package org.evenkeel.api.port;

/**
 * All that the engine needs of the world.
 *
 * @param clock lets time pass
 * @param market where candles come from
 * @param pricing what trades would come to
 * @param trading executes trades and watches prices
 * @param bridge moves reserve between chains
 */
public record Ports(CycleClock clock, MarketData market, Pricing pricing, Trading trading, Bridge bridge) {
    /**
     * Where trades are executed and prices watched.
     *
     * @param execution executes trades
     * @param watch watches prices between decisions
     */
    public record Trading(Execution execution, TriggerWatch watch) {}
}
