package org.evenkeel.onchain.rpc;

import java.time.Duration;

/**
 * When the head of a chain is believed.
 *
 * @param headAge how old the newest block may be; a chain of slow blocks needs more
 * @param clockSkew how far the newest block may be ahead of this machine's clock
 * @param blocksBehind how far a node may be behind the highest block seen
 */
public record Freshness(Duration headAge, Duration clockSkew, int blocksBehind) {
    /** A minute, thirty seconds, three blocks. */
    public static final Freshness DEFAULTS = new Freshness(Duration.ofMinutes(1), Duration.ofSeconds(30), 3);

    /**
     * @throws IllegalArgumentException when one of them is negative, or no age is allowed at all
     */
    public Freshness {
        if (!headAge.isPositive() || clockSkew.isNegative() || blocksBehind < 0) {
            throw new IllegalArgumentException("A head may not be " + headAge + " old, " + clockSkew + " ahead and "
                    + blocksBehind + " blocks behind: all are 0 or more, and its age more than 0.");
        }
    }
}
