package org.evenkeel.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.RoutePart;
import org.jspecify.annotations.Nullable;

/** Quotes as of a view: every figure comes from closes and depths that the view shows. */
final class SimulatedQuotes implements Quotes {
    private static final int HALVINGS = 60;

    /**
     * A way to trade a pair now: a route and the depths of its pools.
     *
     * @param route the route
     * @param depths each pool's depth in USD, NaN where unknown
     */
    record Way(Route route, double[] depths) {
        boolean isBottomless() {
            for (double depth : depths) {
                if (!Double.isNaN(depth)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final MarketView view;
    private final Routes routes;
    private final Duration tolerance;
    private final @Nullable List<Way>[] ways;

    @SuppressWarnings({"unchecked", "rawtypes"})
    SimulatedQuotes(MarketView view, Routes routes, Duration tolerance) {
        this.view = view;
        this.routes = routes;
        this.tolerance = tolerance;
        this.ways = new List[view.universe().pairs().size()];
    }

    Instant asOf() {
        return view.asOf();
    }

    @Override
    public Optional<Outcome> findObstacle(TradingPair pair) {
        if (view.findClose(pair).isEmpty()) {
            return Optional.of(Outcome.NO_PRICE);
        }
        if (!view.isFresh(pair, tolerance)) {
            return Optional.of(Outcome.STALE_PRICE);
        }
        return ways(pair).isEmpty() ? Optional.of(Outcome.NO_ROUTE) : Optional.empty();
    }

    /** The ways to trade a pair: routes whose every other pool has a fresh price. */
    List<Way> ways(TradingPair pair) {
        int index = view.universe().indexOf(pair);
        List<Way> known = ways[index];
        if (known == null) {
            known = new ArrayList<>(1);
            for (Route route : routes.to(pair)) {
                if (isOpen(route, pair)) {
                    known.add(new Way(route, depths(route)));
                }
            }
            ways[index] = known;
        }
        return known;
    }

    private boolean isOpen(Route route, TradingPair pair) {
        for (TradingPair pool : route.buyPath()) {
            if (!pool.equals(pair) && !view.isFresh(pool, tolerance)) {
                return false;
            }
        }
        return true;
    }

    private double[] depths(Route route) {
        double[] depths = new double[route.buyPath().size()];
        for (int hop = 0; hop < depths.length; hop++) {
            depths[hop] = view.findDepthUsd(route.buyPath().get(hop)).orElse(Double.NaN);
        }
        return depths;
    }

    /** The way by which most comes out. */
    static Way best(List<Way> ways, boolean buying, double in) {
        Way best = ways.getFirst();
        for (int i = 1; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.route().out(buying, in, way.depths()) > best.route().out(buying, in, best.depths())) {
                best = way;
            }
        }
        return best;
    }

    @Override
    public Quote buy(TradingPair pair, double spend) {
        Way way = best(ways(pair), true, spend);
        Route.Flow flow = way.route().flow(true, spend, way.depths());
        double mid = view.close(pair);
        return new Quote(
                flow.out() / mid,
                spend,
                mid,
                new Quote.Losses(flow.fee(), flow.impact()),
                RoutePart.whole(way.route().buyPath()));
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        double mid = view.close(pair);
        Way way = best(ways(pair), false, quantity * mid);
        Route.Flow flow = way.route().flow(false, quantity * mid, way.depths());
        return new Quote(
                quantity,
                flow.out(),
                mid,
                new Quote.Losses(flow.fee(), flow.impact()),
                RoutePart.whole(way.route().sellPath()));
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        double value = quantity * view.findClose(pair).orElse(0);
        if (value == 0) {
            return 0;
        }
        List<Way> open = ways(pair);
        if (!open.isEmpty()) {
            Way way = best(open, false, value);
            return way.route().out(false, value, way.depths());
        }
        // No pool on the way trades just now: valued by the shortest route there is, or not at all.
        List<Route> any = routes.to(pair);
        return any.isEmpty() ? 0 : any.getFirst().out(false, value, depths(any.getFirst()));
    }

    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        double most = 0;
        for (Way way : ways(pair)) {
            most = Math.max(most, largest(way, true, maxImpact));
        }
        return most;
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        double most = 0;
        for (Way way : ways(pair)) {
            most = Math.max(most, largest(way, false, maxImpact));
        }
        return most / view.close(pair);
    }

    private static double largest(Way way, boolean buying, double maxImpact) {
        if (way.isBottomless()) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = 1;
        while (way.route().impact(buying, high, way.depths()) <= maxImpact) {
            low = high;
            high *= 4;
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-6 * high; i++) {
            double middle = (low + high) / 2;
            if (way.route().impact(buying, middle, way.depths()) <= maxImpact) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        double least = Double.POSITIVE_INFINITY;
        for (Way way : ways(pair)) {
            least = Math.min(least, way.route().in(false, value, way.depths()));
        }
        return Math.min(held, least / view.close(pair));
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        double least = Double.POSITIVE_INFINITY;
        for (Way way : ways(pair)) {
            least = Math.min(least, way.route().in(true, quantity * view.close(pair), way.depths()));
        }
        if (Double.isInfinite(least)) {
            throw new IllegalArgumentException(quantity + " of " + pair + " cannot be bought at " + view.asOf()
                    + ": its pools do not hold so much.");
        }
        return least;
    }

    @Override
    public double poolValue(TradingPair pair) {
        return view.findTvlUsd(pair).orElse(Double.POSITIVE_INFINITY);
    }
}
