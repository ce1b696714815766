package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.RunCounts;
import org.evenkeel.sweep.Sweep;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.CountedLog;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.validation.CrossValidation;
import org.evenkeel.sweep.validation.PeriodFigure;

/** One sweep, whose runs are compared over the folds. */
final class FoldsWork implements WalkForwardWork {
    private final SweepSetup setup;
    private final WalkForwardOptions scheme;
    private final SweepFolder folder;

    FoldsWork(SweepSetup setup, WalkForwardOptions scheme, Path out, SweepFolder.Plan plan, boolean resume) {
        this.setup = setup;
        this.scheme = scheme;
        folder = SweepFolder.open(out, plan, resume);
    }

    @Override
    public Optional<Path> replaced() {
        return folder.replaced();
    }

    @Override
    public String before() {
        return folder.earlierRuns() == 0 ? "" : folder.earlierRuns() + " runs";
    }

    @Override
    public long most() {
        return setup.search().most() - folder.earlierRuns();
    }

    @Override
    public Optional<WalkForwardSummary> run(RunPlace place, TrialLedger ledger, SweepWatch watch) {
        SweepResult result = new Sweep(
                        setup.form().subject(), setup.search(), setup.grid().size(), setup.objective())
                .run(
                        place.runner(setup.form().subject(), setup.search().most(), watch::ended),
                        new CountedLog(folder, ledger, setup::everything),
                        watch);
        if (watch.ended()) {
            return Optional.empty();
        }
        // Whatever the comparison says, the runs are made: the next ones may take their place.
        folder.finish();
        return Optional.of(validated(result));
    }

    private WalkForwardSummary validated(SweepResult result) {
        ReturnsSample sample = result.sample();
        RunCounts runs = new RunCounts(result.counts().done(), result.counts().failed());
        if (!sample.comparable() || sample.rows().size() < 2) {
            throw new UsageException("There is nothing to cross-validate: it takes two runs or more that cover the same"
                    + " periods, and there are " + sample.rows().size() + "."
                    + String.join(
                            "", runs.failures().stream().map(why -> " " + why).toList()));
        }
        MetricsOptions metrics = setup.experiment().metrics();
        double perYear = metrics.periodsPerYear().orElseGet(() -> Periods.perYear(sample.times()));
        CrossValidation validation = CrossValidation.of(
                sample,
                scheme.splits(sample.periods()),
                PeriodFigure.of(setup.objective(), metrics.withPeriodsPerYear(perYear)));
        Map<Long, SequencedMap<String, String>> sets = sets(validation);
        List<WalkForwardSummary.Fold> folds = validation.folds().stream()
                .map(fold ->
                        WalkForwardSummary.Fold.of(fold, Objects.requireNonNull(sets.get(fold.run())), sample.times()))
                .toList();
        List<WalkForwardSummary.History> histories = validation.paths().stream()
                .map(returns -> history(returns, sample.times(), metrics))
                .toList();
        return new WalkForwardSummary(setup, scheme.told(setup.experiment().period()), runs, folds, histories);
    }

    /** What the chosen runs set. */
    private Map<Long, SequencedMap<String, String>> sets(CrossValidation validation) {
        Set<Long> numbers =
                validation.folds().stream().map(CrossValidation.Fold::run).collect(Collectors.toSet());
        Map<Long, SequencedMap<String, String>> sets = new HashMap<>();
        try (Stream<Trial> runs = folder.runs()) {
            runs.filter(run -> numbers.contains(run.number())).forEach(run -> sets.put(run.number(), run.set()));
        }
        return sets;
    }

    /** The tests on each period one after another, as if they had been one run with the initial cash. */
    private WalkForwardSummary.History history(double[] returns, long[] times, MetricsOptions metrics) {
        double cash = setup.base().settings().capital().initialCash();
        double[] equity = Arrays.stream(Returns.growth(returns))
                .map(value -> value * cash)
                .toArray();
        EquityCurve curve = EquityCurve.of(times, equity);
        return new WalkForwardSummary.History(curve, Metrics.of(MetricsInput.of(curve), metrics));
    }

    @Override
    public void finish() {
        folder.finish();
    }

    @Override
    public void close() {
        folder.close();
    }
}
