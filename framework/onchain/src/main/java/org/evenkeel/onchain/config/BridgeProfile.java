package org.evenkeel.onchain.config;

import java.math.BigDecimal;
import java.time.Duration;
import org.evenkeel.onchain.Address;

/**
 * How money leaves a chain for another one, by Across: its contract, and what is offered to whoever delivers it.
 *
 * @param spokePool the contract
 * @param feeUsd offered for each transfer
 * @param feeBps offered besides, in hundredths of a percent of what is sent
 * @param fillWithin how long the offer stands; after that the money goes back
 */
public record BridgeProfile(Address spokePool, BigDecimal feeUsd, int feeBps, Duration fillWithin) {
    private static final int WHOLE_BPS = 10_000;

    /**
     * @throws IllegalArgumentException when the offer is negative or everything, or stands for no time
     */
    public BridgeProfile {
        if (feeUsd.signum() < 0 || feeBps < 0 || feeBps >= WHOLE_BPS || !fillWithin.isPositive()) {
            throw new IllegalArgumentException("A bridge for " + feeUsd.toPlainString() + " USD and " + feeBps
                    + " basis points within " + fillWithin + " is none: fees are 0 or more and below everything, the"
                    + " time more than 0.");
        }
    }

    /** One dollar and a tenth of a percent, for six hours. */
    public static BridgeProfile of(Address spokePool) {
        return new BridgeProfile(spokePool, BigDecimal.ONE, 10, Duration.ofHours(6));
    }
}
