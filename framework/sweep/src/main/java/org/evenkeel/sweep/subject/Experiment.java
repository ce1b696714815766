package org.evenkeel.sweep.subject;

import java.util.Map;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.metrics.MetricsOptions;

/**
 * What all runs of a sweep share.
 *
 * @param factory makes the strategy of its parameters
 * @param fixed what is set in every run, by name
 * @param data the market
 * @param period when
 * @param metrics how figures are annualised
 */
public record Experiment(
        Function<Parameters, ? extends Strategy> factory,
        Map<String, String> fixed,
        MarketDataSet data,
        Backtest.Period period,
        MetricsOptions metrics) {
    /** Keeps a copy of what is set. */
    public Experiment {
        fixed = Map.copyOf(fixed);
    }

    /** The same over another period. */
    public Experiment during(Backtest.Period other) {
        return new Experiment(factory, fixed, data, other, metrics);
    }

    /** The same on another market. */
    public Experiment on(MarketDataSet other) {
        return new Experiment(factory, fixed, other, period, metrics);
    }
}
