package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.evenkeel.api.InvalidCombinationException;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.StrategyException;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.backtest.RunPeriod;
import org.evenkeel.cli.backtest.Trials;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.strategy.SampleData;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.search.EvolutionSearch;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.sweep.search.RandomSearch;
import org.evenkeel.sweep.search.Search;
import org.evenkeel.sweep.subject.Experiment;
import org.evenkeel.sweep.subject.Form;
import org.evenkeel.sweep.subject.Recording;

/**
 * What a command line asks to be swept, checked.
 *
 * @param strategy what is run
 * @param location where the data is
 * @param base the backtest of the first point that makes sense
 * @param experiment what all runs share
 * @param grid every point
 * @param search which of them are tried
 * @param form in which form the strategy is run
 * @param objective what makes a run the best
 */
record SweepSetup(
        LoadedStrategy strategy,
        String location,
        Backtest base,
        Experiment experiment,
        Grid grid,
        Search search,
        Form form,
        Objective objective) {
    private static final int MOST_TRIED = 100_000;
    private static final int MOST_CHECKED = 1_000;

    /**
     * Reads and checks the options.
     *
     * @throws UsageException when they contradict each other, or no point of the grid makes sense
     */
    static SweepSetup of(LoadedStrategy strategy, SweepOptions options) {
        PrintStream err = Console.err();
        Grid grid = new Grid(options.grids().stream().map(Axis::parse).toList());
        Search search = search(grid, options);
        requireApart(grid, options.set());
        String location = options.data().orElseGet(() -> SampleData.location(err));
        MarketDataSet data = DataSets.open(location);
        Map<String, String> first = first(strategy, grid, options.set());
        Backtest base = Backtest.prepare(strategy.factory(), first, data);
        checkValues(strategy, grid, first);
        Backtest.Period period = new RunPeriod(base, data.catalog().name()).of(options.from(), options.to());
        Experiment experiment = new Experiment(strategy.factory(), options.set(), data, period, options.metrics());
        List<String> swept = grid.axes().stream().map(Axis::name).toList();
        Form form = options.engine()
                ? Form.engine(experiment, first, Recording.NONE)
                : Form.fastest(experiment, first, swept);
        Objective objective = objective(options.objective(), form.subject());
        return new SweepSetup(strategy, location, base, experiment, grid, search, form, objective);
    }

    /** What a sweep's folder is called unless the user says otherwise. */
    String folderName() {
        return base.strategy().name() + "-sweep";
    }

    /** The same in the engine, with the state of each run kept in a folder within another. */
    SweepSetup withStates(Path out) {
        KeptStates states =
                new KeptStates(out.resolve("states"), base.strategy().name(), strategy.source(), location);
        Form engine = Form.engine(experiment, base.parameters(), states);
        return new SweepSetup(strategy, location, base, experiment, grid, search, engine, objective);
    }

    /** The same with another objective. */
    SweepSetup with(Objective other) {
        return new SweepSetup(strategy, location, base, experiment, grid, search, form, other);
    }

    private static Search search(Grid grid, SweepOptions options) {
        Optional<Long> random = options.random();
        Optional<Long> evolve = options.evolve();
        if (random.isPresent() && evolve.isPresent()) {
            throw new UsageException("--random and --evolve are two ways to search: give one of them.");
        }
        if (options.seed().isPresent() && random.isEmpty() && evolve.isEmpty()) {
            throw new UsageException(
                    "--seed is of no use where every point is tried: leave it out, or add --random N or --evolve N.");
        }
        long seed = options.seed().orElse(1L);
        if (random.isPresent()) {
            return new RandomSearch(grid, random.get(), seed);
        }
        return evolve.isPresent() ? new EvolutionSearch(grid, evolve.get(), seed) : new FullSearch(grid);
    }

    private static void requireApart(Grid grid, Map<String, String> set) {
        for (Axis axis : grid.axes()) {
            if (set.containsKey(axis.name())) {
                throw new UsageException(axis.name() + " is set by --set and by --grid: leave one of them out.");
            }
        }
    }

    /** The first point that makes sense, with all that is set besides. */
    private static Map<String, String> first(LoadedStrategy strategy, Grid grid, Map<String, String> set) {
        String rule = "";
        Optional<StrategyException> failure = Optional.empty();
        for (long number = 0; number < Math.min(grid.size(), MOST_TRIED); number++) {
            Map<String, String> all = merged(set, grid.point(number));
            try {
                Console.apart(() -> strategy.factory().apply(Parameters.of(all)));
                return all;
            } catch (InvalidCombinationException e) {
                rule = e.rule();
            } catch (StrategyException e) {
                // This point will fail, and be noted; another one may not.
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        throw new UsageException("No point of the grid " + grid + " makes sense: " + rule + ". Give other values.");
    }

    private static Map<String, String> merged(Map<String, String> set, Map<String, String> point) {
        Map<String, String> all = new HashMap<>(set);
        all.putAll(point);
        return all;
    }

    /** A value that is none is told before the first run, not after the last. */
    private static void checkValues(LoadedStrategy strategy, Grid grid, Map<String, String> first) {
        for (Axis axis : grid.axes()) {
            for (long i = 0; i < Math.min(axis.size(), MOST_CHECKED); i++) {
                Parameters parameters = Parameters.of(merged(first, Map.of(axis.name(), axis.value(i))));
                try {
                    strategy.factory().apply(parameters).settings().overriddenBy(parameters);
                } catch (InvalidCombinationException | StrategyException e) {
                    // Left out of the grid, or noted as a failure, later.
                }
            }
        }
    }

    private static Objective objective(Optional<String> asked, Subject subject) {
        String mean = "meanSharpe";
        String usual = subject.figures().contains(mean) ? mean : "sharpe";
        String figure = asked.orElse(usual);
        Objective objective = figure.startsWith("-") ? Objective.least(figure.substring(1)) : Objective.most(figure);
        objective.require(subject.figures());
        return objective;
    }

    /** All that runs follow from, as texts: two sweeps with the same plan make the same runs. */
    SequencedMap<String, String> plan() {
        SequencedMap<String, String> plan = new LinkedHashMap<>();
        plan.put("strategy", strategy.source());
        plan.put("data", base.history().fingerprint());
        plan.put("from", experiment.period().from().toString());
        plan.put("to", experiment.period().to().toString());
        plan.put("form", form.vectorised() ? "vectorised" : "engine");
        plan.put("search", search.description());
        plan.put("objective", objective.toString());
        plan.put("metrics", experiment.metrics().toString());
        for (Axis axis : grid.axes()) {
            plan.put("grid " + axis.name(), axis.words());
        }
        new TreeMap<>(experiment.fixed()).forEach((name, value) -> plan.put("set " + name, value));
        return plan;
    }

    /** The names of the swept parameters. */
    List<String> swept() {
        return grid.axes().stream().map(Axis::name).toList();
    }

    /** Every parameter and setting of a run with its value, and its period. */
    SequencedMap<String, String> everything(Map<String, String> point) {
        return Trials.everything(base, point, experiment.period());
    }
}
