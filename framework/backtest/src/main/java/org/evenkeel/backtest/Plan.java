package org.evenkeel.backtest;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.state.model.RoutePart;

/**
 * An amount and the ways it takes.
 *
 * @param buying from the reserve to the asset, or back
 * @param in the value that goes in, in USD
 * @param ways the ways
 * @param shares the share of the amount that takes each of them
 */
record Plan(boolean buying, double in, List<Way> ways, double[] shares) {
    private static final double[] ALL = {1};

    static Plan whole(boolean buying, double in, Way way) {
        return new Plan(buying, in, List.of(way), ALL);
    }

    /** What it comes to. */
    Route.Flow flow() {
        double out = 0;
        double fee = 0;
        double impact = 0;
        for (int i = 0; i < shares.length; i++) {
            Route.Flow part = ways.get(i).flow(buying, in * shares[i]);
            out += part.out();
            fee += part.fee();
            impact += part.impact();
        }
        return new Route.Flow(in, out, fee, impact);
    }

    /** The share of what would come out of bottomless pools that is lost because the trade moves the price. */
    double impact() {
        double out = 0;
        double withoutImpact = 0;
        for (int i = 0; i < shares.length; i++) {
            double part = in * shares[i];
            out += ways.get(i).out(buying, part);
            withoutImpact += part * ways.get(i).route().rate(buying);
        }
        return withoutImpact == 0 ? 0 : 1 - out / withoutImpact;
    }

    List<RoutePart> route() {
        if (shares.length == 1) {
            return RoutePart.whole(ways.getFirst().route().path(buying));
        }
        List<RoutePart> route = new ArrayList<>(shares.length);
        for (int i = 0; i < shares.length; i++) {
            route.add(new RoutePart(shares[i], ways.get(i).route().path(buying)));
        }
        return route;
    }
}
