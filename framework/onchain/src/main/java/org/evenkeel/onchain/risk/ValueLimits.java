package org.evenkeel.onchain.risk;

import java.math.BigDecimal;

/**
 * How much may be at stake. Sales are counted and never held back by these: what cannot be sold cannot be rescued.
 *
 * @param tradeUsd in one trade
 * @param dayUsd in all trades of a day
 * @param dailyLossUsd after a loss of as much nothing is bought for the rest of the day
 */
public record ValueLimits(BigDecimal tradeUsd, BigDecimal dayUsd, BigDecimal dailyLossUsd) {
    /** 10,000 in a trade, 50,000 and a loss of 1,000 in a day. */
    public static final ValueLimits DEFAULTS =
            new ValueLimits(BigDecimal.valueOf(10_000), BigDecimal.valueOf(50_000), BigDecimal.valueOf(1_000));

    /**
     * @throws IllegalArgumentException when an amount is negative
     */
    public ValueLimits {
        Bps.requireUsd("trade_usd", tradeUsd);
        Bps.requireUsd("day_usd", dayUsd);
        Bps.requireUsd("daily_loss_usd", dailyLossUsd);
    }
}
