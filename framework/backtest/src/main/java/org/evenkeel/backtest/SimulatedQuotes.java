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
import org.jspecify.annotations.Nullable;

/** Quotes as of a view: every figure comes from closes and depths that the view shows. */
final class SimulatedQuotes implements Quotes {
    private final MarketView view;
    private final Routes routes;
    private final Duration tolerance;
    private final @Nullable Ways[] ways;

    SimulatedQuotes(MarketView view, Routes routes, Duration tolerance) {
        this.view = view;
        this.routes = routes;
        this.tolerance = tolerance;
        this.ways = new Ways[view.universe().pairs().size()];
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
    Ways ways(TradingPair pair) {
        int index = view.universe().indexOf(pair);
        Ways known = ways[index];
        if (known == null) {
            known = new Ways(open(pair));
            ways[index] = known;
        }
        return known;
    }

    private List<Way> open(TradingPair pair) {
        List<Way> open = new ArrayList<>(1);
        for (Route route : routes.to(pair)) {
            if (isOpen(route, pair)) {
                open.add(new Way(route, depths(route)));
            }
        }
        return open;
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

    @Override
    public Quote buy(TradingPair pair, double spend) {
        double mid = view.close(pair);
        Plan plan = ways(pair).plan(true, spend);
        Route.Flow flow = plan.flow();
        return new Quote(flow.out() / mid, spend, mid, new Quote.Losses(flow.fee(), flow.impact()), plan.route());
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        double mid = view.close(pair);
        Plan plan = ways(pair).plan(false, quantity * mid);
        Route.Flow flow = plan.flow();
        return new Quote(quantity, flow.out(), mid, new Quote.Losses(flow.fee(), flow.impact()), plan.route());
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        double value = quantity * view.findClose(pair).orElse(0);
        if (value == 0) {
            return 0;
        }
        Ways open = ways(pair);
        if (!open.isEmpty()) {
            return open.out(false, value);
        }
        // No pool on the way trades just now: valued by the shortest route there is, or not at all.
        List<Route> any = routes.to(pair);
        return any.isEmpty() ? 0 : any.getFirst().out(false, value, depths(any.getFirst()));
    }

    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        return ways(pair).largest(true, maxImpact);
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        return ways(pair).largest(false, maxImpact) / view.close(pair);
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        return Math.min(held, ways(pair).in(false, value) / view.close(pair));
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        double cost = ways(pair).in(true, quantity * view.close(pair));
        if (Double.isInfinite(cost)) {
            throw new IllegalArgumentException(quantity + " of " + pair + " cannot be bought at " + view.asOf()
                    + ": its pools do not hold so much.");
        }
        return cost;
    }

    @Override
    public double poolValue(TradingPair pair) {
        return view.findTvlUsd(pair).orElse(Double.POSITIVE_INFINITY);
    }
}
