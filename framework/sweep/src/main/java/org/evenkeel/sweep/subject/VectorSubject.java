package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.MarketHistory;
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
    private static final List<String> METRICS =
            Stream.of(Metric.values()).map(Metric::key).toList();

    private final Experiment experiment;
    private final List<String> figures;
    private final Optional<String> remark;
    /** The table of the pairs and settings that were used last: as good as always those of all runs. */
    private final AtomicReference<Optional<Market>> market = new AtomicReference<>(Optional.empty());

    private record Market(MarketHistory history, Settings settings, PriceTable prices, Costs costs) {
        List<TradingPair> pairs() {
            return history.universe().pairs();
        }

        /** The same with other prices. */
        Market with(PriceTable others) {
            return new Market(history, settings, others, costs);
        }
    }

    /**
     * @param experiment what is run; its strategy must be {@link Vectorised}
     * @param first parameters that can be run: the figures of a run are told from them
     */
    public VectorSubject(Experiment experiment, Map<String, String> first) {
        this.experiment = experiment;
        Simulation sample = simulate(first);
        List<String> names = new ArrayList<>(METRICS);
        names.add(TRADES);
        if (sample.hasOwnBooks()) {
            names.addAll(OwnBooks.names(sample.prices().assets()));
        }
        figures = List.copyOf(names);
        Vectorised rule =
                (Vectorised) experiment.factory().apply(Parameters.of(EngineSubject.merged(experiment, first)));
        remark = market.get().flatMap(one -> remark(one, rule, experiment.period()));
    }

    private VectorSubject(Experiment experiment, List<String> figures, Optional<String> remark) {
        this.experiment = experiment;
        this.figures = figures;
        this.remark = remark;
    }

    /** Rules that follow the calendar have the rows of the engine. */
    private static Optional<String> remark(Market market, Vectorised rule, Backtest.Period period) {
        if (rule.rows() == Vectorised.Rows.TICKS) {
            return Optional.empty();
        }
        int rows = market.prices().rows() - market.prices().start();
        int ticks = market.settings().schedule().count(period.from(), period.to());
        String spread = ticks <= rows
                ? ""
                : String.format(
                        Locale.ROOT,
                        " They are valued at the %,d closes that there are, and not at all %,d ticks of the cycle, so"
                                + " figures of many periods, such as the Sharpe ratio and the skew, differ a little.",
                        rows,
                        ticks);
        return Optional.of("The runs are vectorised and end with the last close, at which an order is still made, where"
                + " the engine is over." + spread + " --engine gives the engine's.");
    }

    /** In what the figures differ from those of the engine, as a sentence; empty where they do not. */
    Optional<String> findRemark() {
        return remark;
    }

    /** The same runs of another experiment: over another period, or on another market with the same pairs. */
    VectorSubject of(Experiment other) {
        return new VectorSubject(other, figures, remark);
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
        return outcome(simulate(set), Optional.empty());
    }

    /**
     * The run of one set of parameters on markets in another order, by the seed of the order. Only the order of the rows
     * changes from one to the next: all else is made once.
     *
     * @param figure the one that is wanted
     */
    LongFunction<Outcome> onShuffledMarkets(Map<String, String> set, String figure) {
        Parameters parameters = Parameters.of(EngineSubject.merged(experiment, set));
        Strategy strategy = experiment.factory().apply(parameters);
        Settings settings = strategy.settings().overriddenBy(parameters);
        Market recorded = market(strategy, settings, parameters);
        Vectorised.Rows rows = ((Vectorised) strategy).rows();
        ShuffledMarket shuffled = new ShuffledMarket(recorded.history(), experiment.period());
        LongFunction<PriceTable> tables = Optional.of(recorded.prices())
                .filter(prices -> rows == Vectorised.Rows.CLOSES)
                .flatMap(shuffled::findTables)
                .orElse(seed -> PriceTables.of(shuffled.inOrder(seed), settings, rows, experiment.period()));
        return seed -> {
            // Each run has its own rule, which may remember what it did.
            Strategy rule = experiment.factory().apply(Parameters.of(EngineSubject.merged(experiment, set)));
            Simulation simulation = simulate((Vectorised) rule, recorded.with(tables.apply(seed)), settings);
            return outcome(simulation, Optional.of(figure));
        };
    }

    /**
     * What a simulation came to.
     *
     * @param wanted the one figure that is, for all of them take longer than the trades; empty for all
     */
    private Outcome outcome(Simulation simulation, Optional<String> wanted) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        MetricsInput input = simulation.metricsInput();
        boolean whole = wanted.map(METRICS::contains).orElse(true);
        if (whole) {
            for (NamedFigure figure : Metrics.of(input, experiment.metrics()).figures()) {
                values.put(figure.metric().key(), figure.figure().find().orElse(Double.NaN));
            }
        }
        values.put(TRADES, (double) simulation.fills().count());
        EquityCurve curve = input.curve();
        if (simulation.hasOwnBooks() && (wanted.isEmpty() || !whole)) {
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
        return simulate((Vectorised) strategy, market(strategy, settings, parameters), settings);
    }

    private static Simulation simulate(Vectorised rule, Market market, Settings settings) {
        double cash = settings.capital().initialCash();
        return Simulation.of(untilTheEnd(rule), market.prices(), new Account(cash, market.costs()));
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
        MarketHistory history = backtest.history();
        PriceTable prices = PriceTables.of(history, settings, ((Vectorised) strategy).rows(), experiment.period());
        List<Costs.Fee> fees = pairs.stream()
                .map(pair -> new Costs.Fee(pair.fee(), pair.exchange().feeMode()))
                .toList();
        Market made = new Market(history, settings, prices, Costs.each(fees));
        market.set(Optional.of(made));
        return made;
    }
}
