package org.evenkeel.onchain.risk;

import java.math.BigDecimal;

/**
 * What gas may cost. A trade over it is to be deferred.
 *
 * @param mostUsd for a trade
 * @param mostShareBps of what is traded, in hundredths of a percent
 */
public record GasLimits(BigDecimal mostUsd, int mostShareBps) {
    /** Twenty dollars and one percent. */
    public static final GasLimits DEFAULTS = new GasLimits(BigDecimal.valueOf(20), 100);

    /**
     * @throws IllegalArgumentException when the amount is negative or the share is none
     */
    public GasLimits {
        Bps.requireUsd("trade_usd", mostUsd);
        Bps.requireShare("trade_share_bps", mostShareBps);
    }

    /** Doubled so often, and as much as the trade is worth: a sale that brings more than it takes is better than none. */
    GasLimits forExit(int doublings) {
        return new GasLimits(Bps.doubled(mostUsd, doublings), Bps.ALL);
    }
}
