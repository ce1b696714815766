package org.evenkeel.onchain.bridge;

import java.time.Duration;

/**
 * How transfers are offered.
 *
 * @param fillWindow how long relayers may pay after a deposit was signed; pools allow some hours (21,600 s on public chains)
 * @param quoteAge how far before the newest block the offer is dated, for chains whose clocks differ
 */
public record AcrossSettings(Duration fillWindow, Duration quoteAge) {
    /** Four hours, and a minute. */
    public static final AcrossSettings DEFAULTS = new AcrossSettings(Duration.ofHours(4), Duration.ofMinutes(1));

    /**
     * @throws IllegalArgumentException when the window is none or the age negative
     */
    public AcrossSettings {
        if (!fillWindow.isPositive() || quoteAge.isNegative()) {
            throw new IllegalArgumentException("Relayers cannot pay within " + fillWindow + " by an offer that is "
                    + quoteAge + " old: give a window of more than 0 and an age of 0 or more.");
        }
    }
}
