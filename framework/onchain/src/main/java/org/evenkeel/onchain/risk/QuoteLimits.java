package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far from its quote and from the market a trade may be.
 *
 * @param slippageBps how much less than quoted may come, from end to end, in hundredths of a percent
 * @param priceImpactBps how far the trade itself may be below the mid prices, fees apart
 * @param mostAge of the block that the quote is of
 */
public record QuoteLimits(int slippageBps, int priceImpactBps, Duration mostAge) {
    /** No exit accepts more, unless its ordinary limit is above it. */
    private static final int MOST_SLIPPAGE_BPS = 500;

    private static final int MOST_IMPACT_BPS = 3000;

    /** Half a percent of slippage, one of impact, thirty seconds. */
    public static final QuoteLimits DEFAULTS = new QuoteLimits(50, 100, Duration.ofSeconds(30));

    /**
     * @throws IllegalArgumentException when a share is none, or the age negative
     */
    public QuoteLimits {
        Bps.requireShare("slippage_bps", slippageBps);
        Bps.requireShare("price_impact_bps", priceImpactBps);
        if (mostAge.isNegative()) {
            throw new IllegalArgumentException(
                    "quote_age_seconds is " + mostAge.toSeconds() + ": a quote is 0 s old or older.");
        }
    }

    /** Doubled so often; by the trade's own slippage at most 5 %, by its impact at most 30 %. */
    QuoteLimits widened(int doublings) {
        return new QuoteLimits(
                widened(slippageBps, MOST_SLIPPAGE_BPS, doublings),
                widened(priceImpactBps, MOST_IMPACT_BPS, doublings),
                mostAge);
    }

    private static int widened(int bps, int most, int doublings) {
        return Math.max(bps, (int)
                Math.min(most, Bps.doubled(BigDecimal.valueOf(bps), doublings).longValue()));
    }
}
