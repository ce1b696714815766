package org.evenkeel.api.alpha;

import java.util.LinkedHashMap;
import java.util.Map;
import org.evenkeel.market.TradingPair;

/**
 * What normalised weights obey.
 *
 * @param maxWeight the most that one pair may have, as a fraction of the investable equity, in (0, 1]
 * @param excess what happens to what a cap takes away
 * @param caps the most for pairs that have a cap of their own instead, higher or lower, in (0, 1]
 */
public record WeightLimits(double maxWeight, Excess excess, Map<TradingPair, Double> caps) {
    /** Any weight up to the whole. */
    public static final WeightLimits NONE = new WeightLimits(1, Excess.REDISTRIBUTE);

    /** What happens to what a cap takes away. */
    public enum Excess {
        /**
         * It goes to the pairs that are under their cap, in proportion to their weights, until all is spread or capped.
         */
        REDISTRIBUTE,
        /** It stays in cash. */
        CASH
    }

    /**
     * @throws IllegalArgumentException when a cap is not in (0, 1]
     */
    public WeightLimits {
        caps = Map.copyOf(caps);
        requireCap(maxWeight, "any pair's");
        caps.forEach((pair, cap) -> requireCap(cap, "the " + pair));
    }

    /** One cap for all pairs. */
    public WeightLimits(double maxWeight, Excess excess) {
        this(maxWeight, excess, Map.of());
    }

    private static void requireCap(double cap, String whose) {
        if (!(cap > 0 && cap <= 1)) {
            throw new IllegalArgumentException(
                    "A cap of " + cap + " on " + whose + " weight is none: give a fraction above 0 and at most 1.");
        }
    }

    /** A cap; what it takes away is spread over the others. */
    public static WeightLimits maxWeight(double cap) {
        return new WeightLimits(cap, Excess.REDISTRIBUTE);
    }

    /** These limits with a cap of its own for a pair. */
    public WeightLimits withCap(TradingPair pair, double cap) {
        Map<TradingPair, Double> more = new LinkedHashMap<>(caps);
        more.put(pair, cap);
        return new WeightLimits(maxWeight, excess, more);
    }

    /** These limits with something else done with what a cap takes away. */
    public WeightLimits withExcess(Excess changed) {
        return new WeightLimits(maxWeight, changed, caps);
    }

    /** The most that a pair may have. */
    public double capOf(TradingPair pair) {
        return caps.getOrDefault(pair, maxWeight);
    }
}
