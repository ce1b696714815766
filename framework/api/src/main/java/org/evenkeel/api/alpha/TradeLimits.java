package org.evenkeel.api.alpha;

import org.evenkeel.api.Settings;

/**
 * What trades obey.
 *
 * @param minRebalanceTradeUsd a change of a position by less is not made
 * @param maxPoolShare the largest share of a pool's value that a position may have
 * @param maxPriceImpact the most that one trade may move the price, as a fraction
 */
public record TradeLimits(double minRebalanceTradeUsd, double maxPoolShare, double maxPriceImpact) {
    /** The limits that the settings give. */
    public static TradeLimits of(Settings settings) {
        return new TradeLimits(
                settings.capital().minRebalanceTradeUsd(),
                settings.liquidity().maxPoolShare(),
                settings.liquidity().maxPriceImpact());
    }
}
