package org.evenkeel.metrics;

/**
 * What trading cost, in USD, each part 0 or more.
 *
 * @param fees to pools and venues
 * @param impact lost because the trades themselves moved the price
 * @param gas to the chains, also for trades that failed
 * @param bridging for moving reserves between chains
 */
public record TradeCosts(double fees, double impact, double gas, double bridging) {

    /** Nothing was paid. */
    public static final TradeCosts NONE = new TradeCosts(0, 0, 0, 0);

    public TradeCosts {
        TradeStatistics.requireAmount("fees paid", fees);
        TradeStatistics.requireAmount("price impact", impact);
        TradeStatistics.requireAmount("gas paid", gas);
        TradeStatistics.requireAmount("bridging paid", bridging);
    }

    /** All parts together. */
    public double total() {
        return fees + impact + gas + bridging;
    }
}
