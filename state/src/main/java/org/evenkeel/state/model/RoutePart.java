package org.evenkeel.state.model;

import java.util.List;
import org.evenkeel.market.TradingPair;

/**
 * One path of a route. Most routes have one; a trade may be split over several that share no pool.
 *
 * @param share the share of what goes in that takes this path, above 0 and at most 1
 * @param pools the pools of the path, from what goes in to what comes out
 */
public record RoutePart(double share, List<TradingPair> pools) {
    private static final double ROUNDING = 1e-9;

    /**
     * @throws IllegalArgumentException when the share is not in (0, 1], or there are no pools
     */
    public RoutePart {
        if (!(share > 0 && share <= 1) || pools.isEmpty()) {
            throw new IllegalArgumentException("A share of " + share + " over the pools " + pools
                    + " is no part of a route: a share is above 0 and at most 1, and a path has a pool.");
        }
        pools = List.copyOf(pools);
    }

    /** A route of one path, which all takes. */
    public static List<RoutePart> whole(List<TradingPair> pools) {
        return List.of(new RoutePart(1, pools));
    }

    /**
     * A copy of a route.
     *
     * @throws IllegalArgumentException when there are parts and their shares do not add up to 1
     */
    static List<RoutePart> requireWhole(List<RoutePart> route) {
        double sum = 0;
        for (RoutePart part : route) {
            sum += part.share();
        }
        if (!route.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "The parts of a route take " + sum + " of what goes in: they must take all of it, " + route);
        }
        return List.copyOf(route);
    }
}
