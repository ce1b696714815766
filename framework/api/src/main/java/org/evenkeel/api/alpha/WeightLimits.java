package org.evenkeel.api.alpha;

/**
 * What normalised weights obey.
 *
 * @param maxWeight the most that one pair may have, as a fraction of the investable equity, in (0, 1]
 * @param excess what happens to what the cap takes away
 */
public record WeightLimits(double maxWeight, Excess excess) {
    /** Any weight up to the whole. */
    public static final WeightLimits NONE = new WeightLimits(1, Excess.REDISTRIBUTE);

    /** What happens to what a cap takes away. */
    public enum Excess {
        /** It goes to the pairs that are under their cap, in proportion to their weights, until all is spread or capped. */
        REDISTRIBUTE,
        /** It stays in cash. */
        CASH
    }

    /**
     * @throws IllegalArgumentException when the cap is not in (0, 1]
     */
    public WeightLimits {
        if (!(maxWeight > 0 && maxWeight <= 1)) {
            throw new IllegalArgumentException(
                    "A cap of " + maxWeight + " on a weight is none: give a fraction above 0 and at most 1.");
        }
    }

    /** A cap; what it takes away is spread over the others. */
    public static WeightLimits maxWeight(double cap) {
        return new WeightLimits(cap, Excess.REDISTRIBUTE);
    }
}
