package org.evenkeel.api.alpha;

import org.evenkeel.api.Settings;

/**
 * What trades obey.
 *
 * @param minRebalanceTradeUsd a change of a position by less is not made, 0 or more
 * @param maxPoolShare the largest share of a pool's value that a position may have, above 0 and at most 1
 * @param maxPriceImpact the most that one trade may move the price, as a fraction, above 0 and below 1
 */
public record TradeLimits(double minRebalanceTradeUsd, double maxPoolShare, double maxPriceImpact) {
    /**
     * @throws org.evenkeel.api.ParameterException when a limit is out of range, as in {@link Settings}
     */
    public TradeLimits {
        new Settings.Capital(1, 1, minRebalanceTradeUsd);
        new Settings.Liquidity(maxPoolShare, maxPriceImpact);
    }

    /** The limits that the settings give. */
    public static TradeLimits of(Settings settings) {
        return new TradeLimits(
                settings.capital().minRebalanceTradeUsd(),
                settings.liquidity().maxPoolShare(),
                settings.liquidity().maxPriceImpact());
    }
}
