package org.evenkeel.onchain.route;

/**
 * How far routes are looked for.
 *
 * @param mostHops of a part: 1 to 3
 * @param mostParts of a route; 1 never splits
 * @param steps into which an amount is cut to be shared out between parts: 20 are 5 % each
 */
public record RouteLimits(int mostHops, int mostParts, int steps) {
    /** Three hops, four parts, steps of 5 %. */
    public static final RouteLimits DEFAULTS = new RouteLimits(3, 4, 20);

    private static final int MOST_HOPS = 3;

    /**
     * @throws IllegalArgumentException when there is nothing to be found within them
     */
    public RouteLimits {
        if (mostHops < 1 || mostHops > MOST_HOPS || mostParts < 1 || steps < 1) {
            throw new IllegalArgumentException("A route of " + mostHops + " hops, " + mostParts + " parts and " + steps
                    + " steps: hops are 1 to " + MOST_HOPS + ", parts and steps 1 or more.");
        }
    }

    /** With another number of hops. */
    public RouteLimits withHops(int changed) {
        return new RouteLimits(changed, mostParts, steps);
    }

    /** With another number of parts. */
    public RouteLimits withParts(int changed) {
        return new RouteLimits(mostHops, changed, steps);
    }

    /** With another number of steps. */
    public RouteLimits withSteps(int changed) {
        return new RouteLimits(mostHops, mostParts, changed);
    }
}
