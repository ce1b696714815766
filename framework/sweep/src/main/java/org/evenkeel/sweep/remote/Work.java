package org.evenkeel.sweep.remote;

import java.util.Map;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.sweep.subject.EngineSubject;
import org.evenkeel.sweep.subject.Experiment;
import org.evenkeel.sweep.subject.StrategySubject;
import org.evenkeel.sweep.subject.VectorSubject;

/**
 * All that another machine needs to know to make the runs of a sweep, in plain values.
 *
 * @param strategy where its code is
 * @param data where its data is
 * @param runs what all runs share
 */
public record Work(StrategyCode strategy, Data data, Runs runs) {
    /**
     * A data set that every machine reads for itself.
     *
     * @param location a whole path or a URI, the same on each machine
     * @param fingerprint of the history that the first parameters are run on: a machine that finds another one has
     *     other data
     */
    public record Data(String location, String fingerprint) {}

    /**
     * What all runs share.
     *
     * @param first parameters that can be run, with what is set in every run
     * @param fixed what is set in every run, by name
     * @param period when
     * @param metrics how figures are annualised
     * @param vectorised whether the strategy is run in its vectorised form, else in the engine
     */
    public record Runs(
            Map<String, String> first,
            Map<String, String> fixed,
            Backtest.Period period,
            MetricsOptions metrics,
            boolean vectorised) {
        /** Keeps copies of what is set. */
        public Runs {
            first = Map.copyOf(first);
            fixed = Map.copyOf(fixed);
        }
    }

    /**
     * The work that is to be done for a subject.
     *
     * @param first parameters that can be run
     */
    public static Work of(StrategySubject subject, Map<String, String> first, StrategyCode strategy, Data data) {
        Experiment shared = subject.experiment();
        Runs runs =
                new Runs(first, shared.fixed(), shared.period(), shared.metrics(), subject instanceof VectorSubject);
        return new Work(strategy, data, runs);
    }

    /**
     * The subject again, on the machine that runs it.
     *
     * @param factory makes the strategy of its parameters
     * @param market the data, opened there
     */
    public StrategySubject subject(Function<Parameters, ? extends Strategy> factory, MarketDataSet market) {
        Experiment experiment = new Experiment(factory, runs.fixed(), market, runs.period(), runs.metrics());
        return runs.vectorised() ? new VectorSubject(experiment, runs.first()) : new EngineSubject(experiment);
    }
}
