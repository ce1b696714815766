package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.research.Account;
import org.evenkeel.research.Costs;
import org.evenkeel.research.OrderTable;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.SignalOrders;
import org.evenkeel.research.Simulation;
import org.evenkeel.research.SizedOrders;
import org.evenkeel.research.Vectorised;
import org.evenkeel.sweep.Outcome;

/**
 * A strategy in its vectorised form: the same trades at the closes that they were decided on, without a ledger. Of
 * a rule that follows closes, the one that ends the period is still traded at, where a run of the engine is over.
 */
public final class VectorSubject implements StrategySubject {
    private static final String TRADES = "trades";

    private final Experiment experiment;
    private final List<String> figures;
    /** The table of the pairs and settings that were used last: as good as always those of all runs. */
    private final AtomicReference<Optional<Market>> market = new AtomicReference<>(Optional.empty());

    private record Market(List<TradingPair> pairs, Settings settings, PriceTable prices, Costs costs) {}

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
            names.addAll(OwnBooks.names(sample.prices().assets()));
        }
        figures = List.copyOf(names);
    }

    private VectorSubject(Experiment experiment, List<String> figures) {
        this.experiment = experiment;
        this.figures = figures;
    }

    /** The same runs of another experiment: over another period, or on another market with the same pairs. */
    VectorSubject of(Experiment other) {
        return new VectorSubject(other, figures);
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
        MetricsInput input = simulation.metricsInput();
        for (NamedFigure figure : Metrics.of(input, experiment.metrics()).figures()) {
            values.put(figure.metric().key(), figure.figure().find().orElse(Double.NaN));
        }
        values.put(TRADES, (double) simulation.fills().count());
        EquityCurve curve = input.curve();
        if (simulation.hasOwnBooks()) {
            new OwnBooks(curve.times(), experiment.metrics()).add(AssetRun.of(simulation), values);
        }
        return new Outcome(values, curve);
    }

    /** The trades of one set of parameters. */
    public Simulation simulate(Map<String, String> set) {
        Parameters parameters = Parameters.of(EngineSubject.merged(experiment, set));
        Strategy strategy = experiment.factory().apply(parameters);
        Settings settings = strategy.settings().overriddenBy(parameters);
        parameters.refuseUnknown();
        Market prices = market(strategy, settings, parameters);
        double cash = settings.capital().initialCash();
        return Simulation.of(untilTheEnd((Vectorised) strategy), prices.prices(), new Account(cash, prices.costs()));
    }

    /** After the last tick comes the end, at which nothing is decided any more. */
    private static Vectorised untilTheEnd(Vectorised rule) {
        return switch (rule.rows()) {
            case CLOSES -> rule;
            case TICKS -> prices -> withoutLastRow(rule.orders(prices), prices.rows() - 1);
        };
    }

    private static OrderTable withoutLastRow(OrderTable orders, int last) {
        return switch (orders) {
            case SizedOrders sized ->
                new SizedOrders(
                        Stream.of(sized.sizes())
                                .map(column -> withoutLast(column, last))
                                .toArray(double[][]::new),
                        sized.type(),
                        sized.valuation(),
                        sized.books());
            case SignalOrders signals ->
                new SignalOrders(
                        withoutLast(signals.entries(), last),
                        withoutLast(signals.exits(), last),
                        signals.size(),
                        signals.stops(),
                        signals.books());
        };
    }

    private static double[] withoutLast(double[] column, int last) {
        double[] copy = column.clone();
        copy[last] = Double.NaN;
        return copy;
    }

    private static boolean[][] withoutLast(boolean[][] columns, int last) {
        return Stream.of(columns)
                .map(column -> Arrays.copyOf(Arrays.copyOf(column, last), last + 1))
                .toArray(boolean[][]::new);
    }

    /** What the settings are may follow from a parameter of the strategy's own. */
    private Market market(Strategy strategy, Settings settings, Parameters parameters) {
        List<TradingPair> pairs =
                strategy.createTradingUniverse(experiment.data().catalog()).pairs();
        Optional<Market> known = market.get()
                .filter(one -> one.pairs().equals(pairs) && one.settings().equals(settings));
        if (known.isPresent()) {
            return known.get();
        }
        Backtest backtest = Backtest.prepare(experiment.factory(), parameters.values(), experiment.data());
        PriceTable prices = PriceTables.of(backtest, ((Vectorised) strategy).rows(), experiment.period());
        List<Costs.Fee> fees = pairs.stream()
                .map(pair -> new Costs.Fee(pair.fee(), pair.exchange().feeMode()))
                .toList();
        Market made = new Market(pairs, settings, prices, Costs.each(fees));
        market.set(Optional.of(made));
        return made;
    }
}
