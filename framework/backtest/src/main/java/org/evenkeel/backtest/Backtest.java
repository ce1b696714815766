package org.evenkeel.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.api.ParameterException;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Ports;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;

/**
 * A strategy on a history. Preparing loads the data and computes nothing twice; running is a function of strategy,
 * parameters, data and period, and gives the same events each time.
 *
 * <pre>{@code
 * Backtest backtest = Backtest.prepare(WeeklyMomentum::new, Map.of("topCount", "3"), data);
 * Ledger ledger = new Ledger();
 * backtest.run(Period.of(from, to), ledger, CycleListener.NONE);
 * }</pre>
 */
public final class Backtest {
    private final Strategy strategy;
    private final Settings settings;
    private final SequencedMap<String, String> parameters;
    private final List<String> ownParameters;
    private final MarketDataSet data;
    private final MarketHistory history;
    private final Routes routes;

    /**
     * A span of time.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Period(Instant from, Instant to) {
        /**
         * @throws IllegalArgumentException when it is empty
         */
        public Period {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "The period from " + from + " to " + to + " is empty: its end must come after its start.");
            }
        }
    }

    private Backtest(Strategy strategy, Settings settings, Parameters set, List<String> own, MarketDataSet data) {
        this.strategy = strategy;
        this.settings = settings;
        this.parameters = set.values();
        this.ownParameters = own;
        this.data = data;
        TradingUniverse universe = universe(strategy, data.catalog());
        this.history = data.history(universe);
        this.routes = new Routes(universe);
    }

    private static TradingUniverse universe(Strategy strategy, MarketCatalog catalog) {
        TradingUniverse universe = asked(
                strategy,
                "createTradingUniverse",
                () -> Optional.ofNullable(strategy.createTradingUniverse(catalog))
                        .orElseThrow(() -> new StrategyException(strategy.name() + " returned no universe on "
                                + catalog.name() + ": build one from the catalog, as in market.selectAll().build().")));
        requireDollars(universe);
        return universe;
    }

    /** What the reserves hold is counted as dollars everywhere: cash, equity, the size of every buy. */
    private static void requireDollars(TradingUniverse universe) {
        universe.reserves().forEach((chain, reserve) -> {
            if (!UsdPegs.isPegged(reserve)) {
                throw new DataException("The money on " + chain + " would be kept in " + reserve
                        + ", which is no dollar, for no pair chosen there is quoted in one. Add such a pair to the"
                        + " universe, as " + reserve + " against USDC, or leave the pairs on " + chain + " out.");
            }
        });
    }

    /** Whatever goes wrong in the strategy's own code is told as its failure. */
    private static <T> T asked(Strategy strategy, String method, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (DataException | ParameterException | StrategyException e) {
            throw e;
        } catch (Exception | Error e) {
            StrategyException.requireOwn(e);
            throw new StrategyException(
                    strategy.getClass().getSimpleName() + " failed in " + method + ": " + e + ".", e);
        }
    }

    /**
     * Prepares a strategy with parameters set from outside.
     *
     * @param factory makes the strategy of its parameters
     * @param set what is set, by name: parameters of the strategy and settings
     * @param data the data to run on
     * @throws ParameterException when something set is unknown or no good
     * @throws StrategyException when the strategy fails to choose its universe
     * @throws DataException when the data lacks what the strategy wants
     */
    public static Backtest prepare(
            Function<Parameters, ? extends Strategy> factory, Map<String, String> set, MarketDataSet data) {
        Parameters parameters = Parameters.of(set);
        Strategy strategy = made(factory, parameters);
        List<String> ownParameters = List.copyOf(parameters.values().sequencedKeySet());
        asked(strategy, "name", () -> Objects.requireNonNull(strategy.name(), "it returned null"));
        Settings own =
                asked(strategy, "settings", () -> Objects.requireNonNull(strategy.settings(), "it returned null"));
        Settings settings = own.overriddenBy(parameters);
        parameters.refuseUnknown();
        return new Backtest(strategy, settings, parameters, ownParameters, data);
    }

    private static Strategy made(Function<Parameters, ? extends Strategy> factory, Parameters parameters) {
        try {
            return factory.apply(parameters);
        } catch (ParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    "The strategy refuses its parameters " + parameters.values() + ": " + e.getMessage(), e);
        }
    }

    /** The strategy that is run. */
    public Strategy strategy() {
        return strategy;
    }

    /** How it is run. */
    public Settings settings() {
        return settings;
    }

    /** What a person should know before the run: of the universe, and of costs that none of its trades has. */
    public List<String> notes() {
        TradingUniverse universe = history.universe();
        List<String> chains =
                universe.reserves().keySet().stream().map(Chain::name).toList();
        List<String> notes = new ArrayList<>(universe.notes());
        for (String named : settings.expenses().chains()) {
            if (!chains.contains(named)) {
                notes.add("The costs set for the chain " + named + " are not used: the universe trades on "
                        + String.join(", ", chains) + ".");
            }
        }
        return notes;
    }

    /** The history it is run on. */
    public MarketHistory history() {
        return history;
    }

    /** Every parameter and setting with its value. */
    public SequencedMap<String, String> parameters() {
        return parameters;
    }

    /** The names of the strategy's own parameters, without the settings that every strategy has. */
    public List<String> ownParameters() {
        return ownParameters;
    }

    /** The period that the data covers. */
    public Period dataPeriod() {
        Instant first = history.firstOpen()
                .orElseThrow(
                        () -> new DataException("The data set " + data.catalog().name()
                                + " has no candles for the strategy's pairs: choose others, or import their candles."));
        return new Period(first, history.lastClose().orElseThrow());
    }

    /**
     * What the ledger of this run is the ledger of.
     *
     * @param source where the strategy's code is
     * @param location where the data was read from
     */
    public RunInfo info(String source, String location) {
        RunInfo.Data from = new RunInfo.Data(
                data.catalog().name(),
                location,
                history.fingerprint(),
                data.catalog().synthetic());
        RunInfo.Market market = new RunInfo.Market(
                history.universe().pairs(), history.universe().reserves());
        return new RunInfo(strategy.name(), source, new LinkedHashMap<>(parameters), from, market);
    }

    /**
     * Opens a ledger for this run.
     *
     * @param info see {@link #info}
     */
    public void open(Ledger ledger, RunInfo info, Period period) {
        ledger.apply(new Event.LedgerOpened(period.from(), info));
    }

    /**
     * Runs all cycles of a period on an opened ledger.
     *
     * @throws DataException when the data does not reach into the period, or no tick of the cycle lies in it
     * @throws StrategyException when the strategy fails
     */
    public void run(Period period, Ledger ledger, CycleListener listener) {
        requireDecisions(period);
        try {
            engine(ledger, period.to()).run(period.from(), period.to(), listener);
        } catch (InterruptedException e) {
            throw new IllegalStateException("A simulated clock waited.", e);
        }
    }

    /**
     * Makes sure that a period can be run.
     *
     * @throws DataException when the data does not reach into it, or no tick of the cycle lies in it
     */
    public void requireDecisions(Period period) {
        Period covered = dataPeriod();
        if (!period.from().isBefore(covered.to()) || !period.to().isAfter(covered.from())) {
            throw new DataException("The period " + period.from() + " to " + period.to() + " lies outside the data: "
                    + data.catalog().name() + " covers " + covered.from() + " to " + covered.to() + ".");
        }
        if (settings.schedule().count(period.from(), period.to()) == 0) {
            throw new DataException("No decision lies between " + period.from() + " and " + period.to()
                    + ": the cycle is " + settings.schedule().cycle() + ". Choose a longer period or a shorter cycle.");
        }
    }

    /** The engine of this run on a ledger, to step through cycles one by one. */
    public CycleEngine engine(Ledger ledger) {
        return engine(ledger, Instant.MAX);
    }

    /**
     * The engine of this run on a ledger, to step through cycles one by one.
     *
     * @param end when the run ends: nothing is traded then or later
     */
    public CycleEngine engine(Ledger ledger, Instant end) {
        return new CycleEngine(
                new CycleEngine.Setup(strategy, settings, history.universe()), ports(ledger, end), ledger);
    }

    /**
     * The simulated world that this run is made in, for a run in which a part of it is another.
     *
     * @param ledger what pays for the trades
     * @param end when the run ends: nothing is traded then or later
     */
    public Ports ports(Ledger ledger, Instant end) {
        Duration tolerance = settings.fills().toleranceFor(data.catalog().interval());
        SimulatedPricing pricing = new SimulatedPricing(routes, tolerance);
        FillPrices prices = new FillPrices(history, settings, end);
        return new Ports(
                instant -> {},
                history::asOf,
                pricing,
                new Ports.Trading(
                        new SimulatedExecution(at -> pricing.quotes(history.asOf(at)), prices, settings, ledger),
                        new CandleWatch(history, settings, end)),
                new SimulatedBridge(settings.expenses()));
    }
}
