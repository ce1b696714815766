package org.evenkeel.onchain.config;

import java.math.BigDecimal;
import java.time.Duration;
import org.evenkeel.onchain.Address;

/**
 * How money leaves a chain for another one, by Across: its contract, and what is offered to whoever delivers it.
 *
 * @param spokePool the contract
 * @param fee what is offered for each transfer, where a run sets nothing else
 * @param most the most that the wallet signs
 * @param fillWithin how long the offer stands; after that the money goes back
 */
public record BridgeProfile(Address spokePool, Fee fee, Fee most, Duration fillWithin) {
    private static final double WHOLE_BPS = 10_000;

    /**
     * @throws IllegalArgumentException when the offer is above the most, or stands for no time
     */
    public BridgeProfile {
        if (!most.covers(fee)) {
            throw new IllegalArgumentException("A bridge that is offered "
                    + fee.usd().toPlainString() + " USD and "
                    + fee.bps() + " basis points, and at most " + most.usd().toPlainString() + " USD and "
                    + most.bps() + " basis points, is offered too much: raise the most, or offer less.");
        }
        if (!fillWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "Nobody delivers within " + fillWithin + ": give a time of more than 0.");
        }
    }

    /**
     * What a transfer costs.
     *
     * @param usd each
     * @param bps besides, in hundredths of a percent of what arrives
     */
    public record Fee(BigDecimal usd, double bps) {
        /**
         * @throws IllegalArgumentException when it is negative or everything
         */
        public Fee {
            if (usd.signum() < 0 || !(bps >= 0 && bps < WHOLE_BPS)) {
                throw new IllegalArgumentException("A bridge for " + usd.toPlainString() + " USD and " + bps
                        + " basis points is none: fees are 0 or more and below everything.");
            }
        }

        /** Whether neither part of the other is above this. */
        public boolean covers(Fee other) {
            return usd.compareTo(other.usd) >= 0 && bps >= other.bps;
        }
    }

    /** One dollar and a tenth of a percent, 20 dollars and a percent at most, for six hours. */
    public static BridgeProfile of(Address spokePool) {
        return new BridgeProfile(
                spokePool, new Fee(BigDecimal.ONE, 10), new Fee(BigDecimal.valueOf(20), 100), Duration.ofHours(6));
    }
}
