package org.evenkeel.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.evenkeel.api.alpha.AlphaModel;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.jspecify.annotations.Nullable;

/** What a strategy is given at a tick: the market as of then, what it owns, and the tools to say what it wants. */
public final class DecisionInput {
    /**
     * What is owned at a tick.
     *
     * @param portfolio positions, reserves and history
     * @param equity everything that is owned, in USD, at what a sale would bring
     * @param cash the reserves, in USD
     */
    public record Holdings(Portfolio portfolio, double equity, double cash) {}

    /** How many plots the report draws. */
    public static final int DRAWN_PLOTS = 24;

    private final int cycle;
    private final MarketView market;
    private final Quotes quotes;
    private final Holdings holdings;
    private final Settings settings;
    private final Map<String, Double> plots = new LinkedHashMap<>();
    private final List<String> messages = new ArrayList<>();
    private @Nullable List<TradingPair> pairs;
    private Optional<AlphaModel> alphaModel = Optional.empty();
    private Optional<PositionManager> positionManager = Optional.empty();

    /**
     * Made by the engine for each decision; a test of a strategy may make its own.
     *
     * @param cycle the number of the decision, from 1
     * @param market the market as of the tick
     * @param quotes what trades would come to as of the tick
     * @param holdings what is owned
     * @param settings how the strategy is run
     */
    public DecisionInput(int cycle, MarketView market, Quotes quotes, Holdings holdings, Settings settings) {
        this.cycle = cycle;
        this.market = market;
        this.quotes = quotes;
        this.holdings = holdings;
        this.settings = settings;
    }

    /** The tick. Nothing here is younger. */
    public Instant asOf() {
        return market.asOf();
    }

    /** The number of the decision, from 1. */
    public int cycle() {
        return cycle;
    }

    /** The market as of the tick. */
    public MarketView market() {
        return market;
    }

    /** The universe that the strategy created. */
    public TradingUniverse universe() {
        return market.universe();
    }

    /** The pairs of the universe that exist by now and pass its filters now; a list that cannot be changed. */
    public List<TradingPair> pairs() {
        if (pairs == null) {
            pairs = Collections.unmodifiableList(market.pairs());
        }
        return pairs;
    }

    /** An indicator's value as of the tick; empty where there is none. */
    public OptionalDouble value(Indicator indicator, TradingPair pair) {
        return market.value(indicator, pair);
    }

    /** What is owned, and what was done before. */
    public Portfolio portfolio() {
        return holdings.portfolio();
    }

    /** Everything that is owned, in USD, at what a sale would bring. */
    public double equity() {
        return holdings.equity();
    }

    /** The reserves, in USD. */
    public double cash() {
        return holdings.cash();
    }

    /** The part of the equity that may be invested, in USD: allocation × equity. */
    public double investableEquity() {
        return settings.capital().allocation() * equity();
    }

    /** What trades would come to as of the tick. */
    public Quotes quotes() {
        return quotes;
    }

    /** How the strategy is run. */
    public Settings settings() {
        return settings;
    }

    /** The alpha model of this decision, always the same one: from signals to trades. */
    public AlphaModel alphaModel() {
        AlphaModel model = alphaModel.orElseGet(() -> new AlphaModel(market, quotes, settings));
        alphaModel = Optional.of(model);
        return model;
    }

    /** The position manager of this decision, always the same one: orders and targets for single pairs. */
    public PositionManager positionManager() {
        PositionManager manager = positionManager.orElseGet(() -> new PositionManager(this));
        positionManager = Optional.of(manager);
        return manager;
    }

    /**
     * Records a value for a plot in the report. One that is not a finite number leaves a gap.
     *
     * <p>Plots whose names begin alike up to a slash share a panel and its scale: {@code price/close} and
     * {@code price/average} are two lines of the panel "price". For a plot of a pair take its
     * {@link TradingPair#symbol}. The report draws the first {@value #DRAWN_PLOTS} plots by name and says how many it
     * leaves out.
     *
     * @param plot the plot's name
     * @param value its value now
     */
    public void plot(String plot, double value) {
        if (Double.isFinite(value)) {
            plots.put(plot, value);
        }
    }

    /** Records a text for the report. */
    public void message(String text) {
        messages.add(text);
    }

    /** What was recorded for the report in this decision, in the order it was recorded in. */
    public Cycle.Notes notes() {
        return plots.isEmpty() && messages.isEmpty()
                ? Cycle.Notes.NONE
                : new Cycle.Notes(Collections.unmodifiableMap(new LinkedHashMap<>(plots)), List.copyOf(messages));
    }

    /** What the alpha model, if one was used, made of each signal, and the target orders held back as too small. */
    public List<SignalOutcome> signalOutcomes() {
        List<SignalOutcome> signals = alphaModel.map(AlphaModel::outcomes).orElse(List.of());
        List<SignalOutcome> heldBack =
                positionManager.map(PositionManager::heldBack).orElse(List.of());
        return heldBack.isEmpty()
                ? signals
                : Stream.concat(signals.stream(), heldBack.stream()).toList();
    }
}
