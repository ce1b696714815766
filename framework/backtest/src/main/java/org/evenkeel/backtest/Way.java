package org.evenkeel.backtest;

/**
 * A way to trade a pair now: a route, and how deep its pools are.
 *
 * @param route the route
 * @param depths each pool's depth in USD, in the order of {@link Route#buyPath}; NaN where unknown
 */
record Way(Route route, double[] depths) {
    double out(boolean buying, double in) {
        return route.out(buying, in, depths);
    }

    double in(boolean buying, double out) {
        return route.in(buying, out, depths);
    }

    Route.Flow flow(boolean buying, double in) {
        return route.flow(buying, in, depths);
    }

    /** See {@link Route#bend}. */
    double bend(boolean buying) {
        return route.bend(buying, depths);
    }

    /** Whether it is known what every pool of it holds, and none is empty. */
    boolean isMeasured() {
        for (double depth : depths) {
            if (!(depth > 0)) {
                return false;
            }
        }
        return true;
    }

    boolean sharesPoolWith(Way other) {
        return route.buyPath().stream().anyMatch(other.route.buyPath()::contains);
    }
}
