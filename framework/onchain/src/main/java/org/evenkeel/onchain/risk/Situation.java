package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known besides when a trade is decided on.
 *
 * @param now the time
 * @param tradedTodayUsd in all trades since midnight UTC
 * @param lostTodayUsd since midnight UTC; negative where there is a gain
 * @param reserveUsd what one reserve token is worth, where that is known
 * @param token what is known of the token that is traded against the reserve
 */
public record Situation(
        Instant now,
        BigDecimal tradedTodayUsd,
        BigDecimal lostTodayUsd,
        Optional<BigDecimal> reserveUsd,
        TokenVerdict token) {
    /**
     * @throws IllegalArgumentException when less than nothing was traded
     */
    public Situation {
        Bps.requireUsd("tradedTodayUsd", tradedTodayUsd);
    }
}
