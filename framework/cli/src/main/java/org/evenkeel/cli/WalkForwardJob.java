package org.evenkeel.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.Sweep;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.subject.Experiment;
import org.evenkeel.sweep.validation.CrossValidation;
import org.evenkeel.sweep.validation.WalkForward;

/** One walk-forward or cross-validation from the command line. */
final class WalkForwardJob {
    private final LoadedStrategy strategy;
    private final SweepOptions options;
    private final WalkForwardOptions scheme;
    private final PrintStream err = Console.err();

    WalkForwardJob(LoadedStrategy strategy, SweepOptions options, WalkForwardOptions scheme) {
        this.strategy = strategy;
        this.options = options;
        this.scheme = scheme;
    }

    int run() {
        scheme.requireSense();
        SweepSetup setup = SweepSetup.of(strategy, options);
        setup.base().notes().forEach(note -> err.println("Note: " + note));
        try (RunPlace place = RunPlace.open(setup, options)) {
            new SweepEstimate(setup, place.cores()).confirm(options.yes());
            return run(setup, place);
        }
    }

    private int run(SweepSetup setup, RunPlace place) {
        Path out = options.out(setup.base().strategy().name() + "-walk-forward");
        RunFolder.requireFolder(out);
        TrialLedger ledger =
                Trials.of(out, setup.base(), setup.experiment().data().catalog());
        Optional<WalkForwardSummary> summary;
        try (Interruption interruption = new Interruption()) {
            summary = Console.apart(() -> made(setup, place, ledger, interruption));
            ledger.flush();
        }
        if (summary.isEmpty()) {
            err.println("Ended before it was through; nothing of it is kept.");
            return ExitCode.INTERRUPTED;
        }
        WalkForwardFiles.write(out, summary.get());
        if (options.json()) {
            Console.out().println(WalkForwardJson.of(summary.get(), out));
        } else {
            WalkForwardTable.print(summary.get(), out, Console.out());
        }
        return ExitCode.OK;
    }

    private Optional<WalkForwardSummary> made(
            SweepSetup setup, RunPlace place, TrialLedger ledger, Interruption interruption) {
        try (Watch watch = new Watch(setup, ledger, interruption)) {
            WalkForwardSummary summary =
                    scheme.way().walks() ? walk(setup, place, watch) : crossValidate(setup, place, watch);
            return interruption.asked() ? Optional.empty() : Optional.of(summary);
        }
    }

    /** The search again and again, each choice with fresh money. */
    private WalkForwardSummary walk(SweepSetup setup, RunPlace place, SweepWatch watch) {
        Experiment experiment = setup.experiment();
        WalkForward walk = new WalkForward(
                setup.search(),
                setup.grid().size(),
                setup.objective(),
                period -> setup.form().of(experiment.during(period)).subject(),
                subject -> place.runner(subject, setup.search().most()));
        List<WalkForward.Fold> made =
                walk.run(scheme.scheme(experiment.period()).windows(experiment.period()), watch);
        List<WalkForwardSummary.Fold> folds = made.stream()
                .map(fold -> WalkForwardSummary.Fold.of(fold, setup.objective().figure()))
                .toList();
        if (made.isEmpty()) {
            return new WalkForwardSummary(setup, scheme.words(experiment.period()), folds, List.of(), Optional.empty());
        }
        EquityCurve curve = WalkForward.stitched(made);
        PerformanceReport report = Metrics.of(MetricsInput.of(curve), experiment.metrics());
        return new WalkForwardSummary(
                setup, scheme.words(experiment.period()), folds, List.of(report), Optional.of(curve));
    }

    /** One sweep, whose runs are compared over the folds. */
    private WalkForwardSummary crossValidate(SweepSetup setup, RunPlace place, SweepWatch watch) {
        RunLog.InMemory log = new RunLog.InMemory();
        ReturnsSample sample = new Sweep(
                        setup.form().subject(), setup.search(), setup.grid().size(), setup.objective())
                .run(place.runner(setup.form().subject(), setup.search().most()), log, watch)
                .sample();
        if (!sample.comparable() || sample.rows().size() < 2) {
            throw new UsageException("There is nothing to cross-validate: it takes two runs or more that cover the same"
                    + " periods, and there are " + sample.rows().size() + ".");
        }
        MetricsOptions metrics = setup.experiment().metrics();
        double perYear = metrics.periodsPerYear().orElseGet(() -> Periods.perYear(sample.times()));
        CrossValidation validation = CrossValidation.of(sample, scheme.splits(sample.periods()));
        List<WalkForwardSummary.Fold> folds = validation.folds().stream()
                .map(fold -> WalkForwardSummary.Fold.of(
                        fold, log.trials().get((int) fold.run()).set(), sample.times(), Math.sqrt(perYear)))
                .toList();
        List<PerformanceReport> paths = validation.paths().stream()
                .map(returns -> Metrics.ofReturns(returns, metrics.withPeriodsPerYear(perYear)))
                .toList();
        return new WalkForwardSummary(setup, scheme.words(setup.experiment().period()), folds, paths, Optional.empty());
    }

    /** Counts runs, and ends them when the user says so. */
    private final class Watch implements SweepWatch, AutoCloseable {
        private final SweepSetup setup;
        private final TrialLedger ledger;
        private final Interruption interruption;
        private final Progress progress;

        Watch(SweepSetup setup, TrialLedger ledger, Interruption interruption) {
            this.setup = setup;
            this.ledger = ledger;
            this.interruption = interruption;
            long searches = scheme.way().walks()
                    ? scheme.scheme(setup.experiment().period())
                            .windows(setup.experiment().period())
                            .size()
                    : 1;
            progress = Progress.of(
                    setup.base().strategy().name(),
                    Progress.Words.RUNS,
                    searches * setup.search().most(),
                    err);
        }

        @Override
        public void runDone(Trial trial) {
            ledger.add(setup.everything(trial.set()), trial.figure("sharpe"));
            progress.step("");
        }

        @Override
        public void pointLeftOut() {
            progress.leaveOut();
        }

        @Override
        public boolean ended() {
            return interruption.asked();
        }

        @Override
        public void close() {
            progress.close();
        }
    }
}
