package org.evenkeel.api.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.RoutePart;

/**
 * Quotes of one pool a pair, at the view's last close. A pool that was given a depth follows the constant product, out
 * = in·(1−f)·R_out / (R_in + in·(1−f)); any other has a fee and no impact. No routes, no stale prices: an obstacle is
 * what a test sets.
 */
public final class ConstantProductQuotes implements Quotes {
    private final MarketView view;
    private final Map<TradingPair, Double> depths = new HashMap<>();
    private final Map<TradingPair, Outcome> obstacles = new HashMap<>();

    /** With pools of unknown depth. */
    public ConstantProductQuotes(MarketView view) {
        this.view = view;
    }

    /** The value of one side of a pair's pool, in USD. */
    public ConstantProductQuotes depth(TradingPair pair, double usd) {
        depths.put(pair, usd);
        return this;
    }

    /** What stands in the way of trading a pair. */
    public ConstantProductQuotes obstacle(TradingPair pair, Outcome outcome) {
        obstacles.put(pair, outcome);
        return this;
    }

    @Override
    public Optional<Outcome> findObstacle(TradingPair pair) {
        Optional<Outcome> set = Optional.ofNullable(obstacles.get(pair));
        return set.isEmpty() && view.findClose(pair).isEmpty() ? Optional.of(Outcome.NO_PRICE) : set;
    }

    private double depth(TradingPair pair) {
        return depths.getOrDefault(pair, Double.POSITIVE_INFINITY);
    }

    /** What comes out of a side of one reserve when so much goes into the other, at a price of 1. */
    private double out(TradingPair pair, double in) {
        double depth = depth(pair);
        return Double.isInfinite(depth) ? in : depth * in / (depth + in);
    }

    /** What has to go in so that so much comes out, at a price of 1. */
    private double in(TradingPair pair, double out) {
        double depth = depth(pair);
        if (out >= depth) {
            throw new IllegalArgumentException("The pool of " + pair + " does not hold " + out + " USD.");
        }
        return Double.isInfinite(depth) ? out : depth * out / (depth - out);
    }

    @Override
    public Quote buy(TradingPair pair, double spend) {
        double mid = view.close(pair);
        double in = spend * (1 - pair.fee());
        double out = out(pair, in);
        return new Quote(out / mid, spend, mid, new Quote.Losses(spend - in, in - out), RoutePart.whole(List.of(pair)));
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        double mid = view.close(pair);
        double in = quantity * mid * (1 - pair.fee());
        double out = out(pair, in);
        return new Quote(
                quantity,
                out,
                mid,
                new Quote.Losses(quantity * mid * pair.fee(), in - out),
                RoutePart.whole(List.of(pair)));
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        return view.findClose(pair).isEmpty() ? 0 : sell(pair, quantity).value();
    }

    /** The impact meant is what the trade loses to it, as a fraction of what it puts in: in / (depth + in). */
    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        return depth(pair) * maxImpact / (1 - maxImpact) / (1 - pair.fee());
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        return maxSpend(pair, maxImpact) / view.close(pair);
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        return in(pair, value) / (1 - pair.fee()) / view.close(pair);
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        return in(pair, quantity * view.close(pair)) / (1 - pair.fee());
    }

    @Override
    public double poolValue(TradingPair pair) {
        return 2 * depth(pair);
    }
}
