package org.evenkeel.report.view;

import java.util.Optional;
import org.evenkeel.api.Settings;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;

/** A run, prepared once for all sections: its curve, its prices, its trades and what the market did meanwhile. */
public final class Run {
    private final RunInfo info;
    private final Portfolio book;
    private final Settings settings;
    private final Optional<MarketHistory> market;
    private final PairLabels labels;
    private final EquityCurve curve;
    private final PricePoints prices;
    private final Benchmarks benchmarks;
    private final Fills fills;
    private final LiveJournal journal;

    /**
     * @param info what was run on what
     * @param book a book that has been valued at least once
     * @param settings how it was run
     * @param market the prices it was run on, where they are at hand
     * @param journal what its journal alone tells
     */
    public Run(RunInfo info, Portfolio book, Settings settings, Optional<MarketHistory> market, LiveJournal journal) {
        this.journal = journal;
        this.info = info;
        this.book = book;
        this.settings = settings;
        this.market = market;
        this.labels = new PairLabels(info.market().pairs());
        this.curve = Curves.of(book, journal.worth());
        this.prices = new PricePoints(curve.times(), labels.pairs(), book, market);
        this.benchmarks = new Benchmarks(curve, prices, labels);
        this.fills = new Fills(book);
    }

    /** A run of whose journal no more is told than its book does. */
    public Run(RunInfo info, Portfolio book, Settings settings, Optional<MarketHistory> market) {
        this(info, book, settings, market, LiveJournal.EMPTY);
    }

    /** What its journal alone tells. */
    LiveJournal journal() {
        return journal;
    }

    /** What was run on what. */
    public RunInfo info() {
        return info;
    }

    /** Whether the prices are made up: every section says so then. */
    public boolean isSynthetic() {
        return info.data().synthetic();
    }

    /** What the run owns and did. */
    public Portfolio book() {
        return book;
    }

    /** How it was run. */
    public Settings settings() {
        return settings;
    }

    /** The prices it was run on. */
    public Optional<MarketHistory> market() {
        return market;
    }

    /** The names of its pairs. */
    public PairLabels labels() {
        return labels;
    }

    /** What it was worth, at the decisions and at the end. */
    public EquityCurve curve() {
        return curve;
    }

    /** The cash at the points of the curve. */
    double[] cash() {
        return Curves.cash(Curves.ledger(book, journal.worth()));
    }

    /**
     * Whether there is no course of time to draw: one decision, and no more points than one before its trades and one after
     * the last that happened.
     */
    boolean isSingle() {
        return book.cycles().size() <= 1 && curve.size() <= 2;
    }

    /** What others would have been worth. */
    public Benchmarks benchmarks() {
        return benchmarks;
    }

    PricePoints prices() {
        return prices;
    }

    Fills fills() {
        return fills;
    }

    /** The time of the last point of the curve, in epoch milliseconds. */
    long end() {
        return curve.times()[curve.size() - 1];
    }

    /** Every figure, held against {@link Benchmarks#EQUAL_WEIGHT}. */
    public PerformanceReport figures() {
        MetricsInput input = new MetricsInput(curve, benchmarks.equalWeight(), Optional.of(TradeFigures.of(book)));
        return Metrics.of(input);
    }
}
