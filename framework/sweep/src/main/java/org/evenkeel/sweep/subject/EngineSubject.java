package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.evenkeel.api.InvalidCombinationException;
import org.evenkeel.api.Parameters;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.report.RunFigures;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.sweep.Outcome;

/** A strategy in the real engine: what a backtest with the same parameters gives. */
public final class EngineSubject implements StrategySubject {
    private static final String TRADES = "trades";
    private static final String STOP_LOSSES = "stopLosses";
    private static final String TAKE_PROFITS = "takeProfits";

    private final Experiment experiment;
    private final Recording recording;
    /** The names of assets that have a book each; none where the strategy has but one. */
    private final List<String> assets;

    /**
     * Runs of a strategy with one book.
     *
     * @param experiment what is run
     */
    public EngineSubject(Experiment experiment) {
        this(experiment, Recording.NONE, List.of());
    }

    /**
     * @param experiment what is run
     * @param recording where the ledgers are kept
     * @param assets the names of the pairs, in their order, where each is a book of its own; none where they share one
     */
    public EngineSubject(Experiment experiment, Recording recording, List<String> assets) {
        this.experiment = experiment;
        this.recording = recording;
        this.assets = List.copyOf(assets);
    }

    /** The same runs of another experiment, their ledgers not kept. */
    EngineSubject of(Experiment other) {
        return new EngineSubject(other, Recording.NONE, assets);
    }

    @Override
    public Experiment experiment() {
        return experiment;
    }

    /** The figures of every run: each {@link Metric} by its key, counts of trades, and those of books of their own. */
    @Override
    public List<String> figures() {
        List<String> names = new ArrayList<>();
        Stream.of(Metric.values()).map(Metric::key).forEach(names::add);
        names.addAll(List.of(TRADES, STOP_LOSSES, TAKE_PROFITS));
        if (!assets.isEmpty()) {
            names.addAll(OwnBooks.names(assets));
        }
        return names;
    }

    @Override
    public Optional<String> findRefusal(SequencedMap<String, String> set) {
        return refusal(experiment, set);
    }

    static Optional<String> refusal(Experiment experiment, Map<String, String> set) {
        try {
            Objects.requireNonNull(experiment.factory().apply(Parameters.of(merged(experiment, set))));
            return Optional.empty();
        } catch (InvalidCombinationException e) {
            return Optional.of(e.rule());
        } catch (RuntimeException e) {
            // Not for this to tell: the run fails with it, and is noted.
            return Optional.empty();
        }
    }

    static Map<String, String> merged(Experiment experiment, Map<String, String> set) {
        Map<String, String> all = new HashMap<>(experiment.fixed());
        all.putAll(set);
        return all;
    }

    @Override
    public Outcome run(SequencedMap<String, String> set) {
        Backtest backtest = Backtest.prepare(experiment.factory(), merged(experiment, set), experiment.data());
        Portfolio book = book(backtest, set);
        SequencedMap<String, Double> figures = new LinkedHashMap<>();
        for (NamedFigure figure : RunFigures.of(book, experiment.metrics()).figures()) {
            figures.put(figure.metric().key(), figure.figure().find().orElse(Double.NaN));
        }
        figures.put(TRADES, (double) book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .count());
        figures.put(STOP_LOSSES, because(book, TradeReason.STOP_LOSS));
        figures.put(TAKE_PROFITS, because(book, TradeReason.TAKE_PROFIT));
        EquityCurve curve = RunFigures.curve(book);
        boolean known = assets.size() == backtest.history().universe().pairs().size();
        if (known) {
            List<AssetRun> runs = new LedgerBooks(book, backtest.history(), curve).of(assets);
            new OwnBooks(curve.times(), experiment.metrics()).add(runs, figures);
        }
        return new Outcome(figures, curve);
    }

    /** The run of one set of parameters on markets in another order, by the seed of the order. */
    LongFunction<Outcome> onShuffledMarkets(SequencedMap<String, String> set) {
        MarketDataSet data = experiment.data();
        MarketHistory history = Backtest.prepare(experiment.factory(), merged(experiment, set), data)
                .history();
        ShuffledMarket shuffled = new ShuffledMarket(history, experiment.period());
        return seed -> of(experiment.on(data.with(shuffled.inOrder(seed)))).run(set);
    }

    private Portfolio book(Backtest backtest, SequencedMap<String, String> set) {
        return recording
                .record(set, ledger -> {
                    backtest.open(ledger, recording.info(backtest), experiment.period());
                    backtest.run(experiment.period(), ledger, CycleListener.NONE);
                })
                .book(Ledger.MAIN_BOOK);
    }

    private static double because(Portfolio book, TradeReason reason) {
        return book.trades().stream()
                .filter(trade ->
                        trade.filled().isPresent() && trade.plan().intent().reason() == reason)
                .count();
    }
}
