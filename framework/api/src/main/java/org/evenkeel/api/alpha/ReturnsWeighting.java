package org.evenkeel.api.alpha;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.api.StrategyException;
import org.evenkeel.market.Interval;
import org.evenkeel.optimizer.Covariance;
import org.evenkeel.optimizer.HierarchicalRiskParity;
import org.evenkeel.optimizer.Limits;
import org.evenkeel.optimizer.MaximumSharpe;
import org.evenkeel.optimizer.MinimumCvar;
import org.evenkeel.optimizer.MinimumVariance;
import org.evenkeel.optimizer.OptimizerException;
import org.evenkeel.optimizer.Returns;
import org.evenkeel.optimizer.RiskParity;

/**
 * Weighs by the returns of the pairs' closes before the decision. A pair that these do not measure gets nothing, unless
 * none is measured: then all get the same.
 */
final class ReturnsWeighting implements Weighting {
    private final RecentCloses history;
    private final Function<double[][], double[]> rule;

    /**
     * @param rule from {@code returns[time][pair]} to a weight for each pair
     */
    private ReturnsWeighting(Interval interval, int lookbackCandles, Function<double[][], double[]> rule) {
        if (lookbackCandles < 3) {
            throw new IllegalArgumentException("A lookback of " + lookbackCandles
                    + " candles says nothing of how pairs move together: give 3 or more.");
        }
        this.history = new RecentCloses(interval, lookbackCandles);
        this.rule = rule;
    }

    static Weighting riskParity(Interval interval, int lookbackCandles) {
        return new ReturnsWeighting(
                interval, lookbackCandles, returns -> RiskParity.weights(Covariance.ledoitWolf(returns)));
    }

    static Weighting minimumVariance(Interval interval, int lookbackCandles) {
        return new ReturnsWeighting(
                interval, lookbackCandles, returns -> MinimumVariance.weights(Covariance.ledoitWolf(returns)));
    }

    static Weighting maximumSharpe(Interval interval, int lookbackCandles) {
        return new ReturnsWeighting(interval, lookbackCandles, ReturnsWeighting::bestSharpe);
    }

    static Weighting hierarchicalRiskParity(Interval interval, int lookbackCandles) {
        return new ReturnsWeighting(
                interval, lookbackCandles, returns -> HierarchicalRiskParity.weights(Covariance.ledoitWolf(returns)));
    }

    static Weighting minimumCvar(Interval interval, int lookbackCandles, double tail) {
        if (!(tail > 0 && tail < 1)) {
            throw new IllegalArgumentException(
                    "A tail of " + tail + " is none: give a share of the candles between 0 and 1, as 0.05.");
        }
        return new ReturnsWeighting(
                interval,
                lookbackCandles,
                returns -> MinimumCvar.weights(returns, tail, Limits.longOnly(returns[0].length)));
    }

    private static double[] bestSharpe(double[][] returns) {
        double[] means = Returns.means(returns);
        Covariance covariance = Covariance.ledoitWolf(returns);
        return Arrays.stream(means).anyMatch(mean -> mean > 0)
                ? MaximumSharpe.weights(means, covariance)
                : MinimumVariance.weights(covariance);
    }

    @Override
    public double[] weigh(RankedSignals ranked) {
        List<Integer> measured = new ArrayList<>();
        List<double[]> closes = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            int place = i;
            history.of(ranked.pairs().get(i), ranked.market()).ifPresent(column -> {
                measured.add(place);
                closes.add(column);
            });
        }
        if (measured.isEmpty()) {
            return Weighting.equal().weigh(ranked);
        }
        double[] calculated = calculate(closes, ranked);
        double[] weights = new double[ranked.size()];
        for (int i = 0; i < calculated.length; i++) {
            weights[measured.get(i)] = calculated[i];
        }
        return weights;
    }

    private double[] calculate(List<double[]> closes, RankedSignals ranked) {
        double[][] prices = new double[history.lookback() + 1][closes.size()];
        for (int row = 0; row < prices.length; row++) {
            for (int i = 0; i < closes.size(); i++) {
                prices[row][i] = closes.get(i)[row];
            }
        }
        try {
            return rule.apply(Returns.simple(prices));
        } catch (OptimizerException e) {
            throw new StrategyException(
                    "The weights of " + ranked.pairs() + " at "
                            + ranked.market().asOf() + " could not be calculated: " + e.getMessage(),
                    e);
        }
    }
}
