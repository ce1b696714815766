package org.evenkeel.onchain.bridge;

import java.time.Duration;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.BridgeProfile;

/**
 * How transfers leave a chain.
 *
 * @param spokePool the bridge's contract there
 * @param fillWindow how long relayers may pay after a deposit was signed; pools allow some hours (21,600 s on public chains)
 * @param quoteAge how far before the newest block the offer is dated, for chains whose clocks differ
 */
public record AcrossSettings(Address spokePool, Duration fillWindow, Duration quoteAge) {
    private static final Duration USUAL_AGE = Duration.ofMinutes(1);

    /**
     * @throws IllegalArgumentException when the window is none or the age negative
     */
    public AcrossSettings {
        if (!fillWindow.isPositive() || quoteAge.isNegative()) {
            throw new IllegalArgumentException("Relayers cannot pay within " + fillWindow + " by an offer that is "
                    + quoteAge + " old: give a window of more than 0 and an age of 0 or more.");
        }
    }

    /** As the chain's profile has it, with offers dated back by a minute. */
    public static AcrossSettings of(BridgeProfile profile) {
        return new AcrossSettings(profile.spokePool(), profile.fillWithin(), USUAL_AGE);
    }
}
