package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.research.Account;
import org.evenkeel.research.AssetFigures;
import org.evenkeel.research.Costs;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.Simulation;
import org.evenkeel.research.Vectorised;
import org.evenkeel.sweep.Outcome;

/** A strategy in its vectorised form: the same trades at the closes that they were decided on, without a ledger. */
public final class VectorSubject implements StrategySubject {
    private static final String TRADES = "trades";
    private static final String MEAN_SHARPE = "meanSharpe";
    private static final String MEAN_TOTAL_RETURN = "meanTotalReturn";
    private static final String POSITIONS = "positions";
    private static final List<Metric> OF_ASSETS =
            List.of(Metric.TOTAL_RETURN, Metric.SHARPE, Metric.MAX_DRAWDOWN, Metric.WIN_RATE);

    private final Experiment experiment;
    private final List<String> figures;
    /** The table of the pairs that were used last: as good as always those of all runs. */
    private final AtomicReference<Optional<Market>> market = new AtomicReference<>(Optional.empty());

    private record Market(List<TradingPair> pairs, PriceTable prices, Costs costs) {}

    /**
     * @param experiment what is run; its strategy must be {@link Vectorised}
     * @param first parameters that can be run: the figures of a run are told from them
     */
    public VectorSubject(Experiment experiment, Map<String, String> first) {
        this.experiment = experiment;
        Simulation sample = simulate(first);
        List<String> names =
                new ArrayList<>(Stream.of(Metric.values()).map(Metric::key).toList());
        names.add(TRADES);
        if (sample.hasOwnBooks()) {
            names.add(MEAN_SHARPE);
            names.add(MEAN_TOTAL_RETURN);
            for (String asset : sample.prices().assets()) {
                OF_ASSETS.forEach(metric -> names.add(asset + "." + metric.key()));
                names.add(asset + "." + POSITIONS);
            }
        }
        figures = List.copyOf(names);
    }

    @Override
    public Experiment experiment() {
        return experiment;
    }

    @Override
    public List<String> figures() {
        return figures;
    }

    @Override
    public Optional<String> findRefusal(SequencedMap<String, String> set) {
        return EngineSubject.refusal(experiment, set);
    }

    @Override
    public Outcome run(SequencedMap<String, String> set) {
        Simulation simulation = simulate(set);
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        for (NamedFigure figure : simulation.report(experiment.metrics()).figures()) {
            values.put(figure.metric().key(), figure.figure().find().orElse(Double.NaN));
        }
        values.put(TRADES, (double) simulation.fills().count());
        if (simulation.hasOwnBooks()) {
            addAssets(simulation, values);
        }
        return new Outcome(values, EquityCurve.of(simulation.prices().times(), simulation.equity()));
    }

    private void addAssets(Simulation simulation, SequencedMap<String, Double> values) {
        List<AssetFigures> assets = AssetFigures.of(simulation, experiment.metrics());
        values.put(MEAN_SHARPE, orNaN(AssetFigures.meanSharpe(assets)));
        values.put(MEAN_TOTAL_RETURN, orNaN(AssetFigures.meanTotalReturn(assets)));
        for (AssetFigures asset : assets) {
            for (Metric metric : OF_ASSETS) {
                values.put(
                        asset.asset() + "." + metric.key(), orNaN(asset.report().find(metric)));
            }
            values.put(asset.asset() + "." + POSITIONS, (double) asset.positions());
        }
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    /** The trades of one set of parameters. */
    public Simulation simulate(Map<String, String> set) {
        Parameters parameters = Parameters.of(EngineSubject.merged(experiment, set));
        Strategy strategy = experiment.factory().apply(parameters);
        double cash = strategy.settings().overriddenBy(parameters).capital().initialCash();
        parameters.refuseUnknown();
        Market prices = market(strategy, parameters);
        return Simulation.of((Vectorised) strategy, prices.prices(), new Account(cash, prices.costs()));
    }

    private Market market(Strategy strategy, Parameters parameters) {
        List<TradingPair> pairs =
                strategy.createTradingUniverse(experiment.data().catalog()).pairs();
        Optional<Market> known = market.get().filter(one -> one.pairs().equals(pairs));
        if (known.isPresent()) {
            return known.get();
        }
        Backtest backtest = Backtest.prepare(experiment.factory(), parameters.values(), experiment.data());
        PriceTable prices = PriceTables.of(
                backtest.history(), backtest.settings().schedule().cycle(), experiment.period());
        List<Costs.Fee> fees = pairs.stream()
                .map(pair -> new Costs.Fee(pair.fee(), pair.exchange().feeMode()))
                .toList();
        Market made = new Market(pairs, prices, Costs.each(fees));
        market.set(Optional.of(made));
        return made;
    }
}
