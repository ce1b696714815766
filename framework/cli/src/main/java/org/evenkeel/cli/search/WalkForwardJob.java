package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.api.ParameterException;
import org.evenkeel.cli.backtest.Trials;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.validation.PeriodFigure;

/** One walk-forward or cross-validation from the command line. */
final class WalkForwardJob {
    private final LoadedStrategy strategy;
    private final SweepOptions options;
    private final WalkForwardOptions scheme;
    private final boolean resume;
    private final PrintStream err = Console.err();

    WalkForwardJob(LoadedStrategy strategy, SweepOptions options, WalkForwardOptions scheme, boolean resume) {
        this.strategy = strategy;
        this.options = options;
        this.scheme = scheme;
        this.resume = resume;
    }

    int run() {
        scheme.requireSense();
        SweepSetup setup = setup();
        setup.base().notes().forEach(note -> err.println("Note: " + note));
        // Windows that do not fit in are told before the first run.
        scheme.told(setup.experiment().period()).remark().ifPresent(remark -> err.println("Note: " + remark));
        setup.form().findRemark().ifPresent(remark -> err.println("Note: " + remark));
        try (RunPlace place = RunPlace.open(setup, options)) {
            new SweepEstimate(setup, place.cores()).confirm(options.yes());
            return run(setup, place);
        }
    }

    /** Folds are compared by Sharpe ratios unless another figure was asked for, which must be one that they have. */
    private SweepSetup setup() {
        SweepSetup setup = SweepSetup.of(strategy, options);
        if (scheme.way().walks()) {
            return setup;
        }
        SweepSetup folds = options.objective().isPresent() ? setup : setup.with(Objective.most("sharpe"));
        PeriodFigure.of(folds.objective(), folds.experiment().metrics());
        return folds;
    }

    private int run(SweepSetup setup, RunPlace place) {
        Path out = options.out(setup.base().strategy().name() + "-walk-forward");
        RunFolder.requireFolder(out);
        SequencedMap<String, String> plan = setup.plan();
        plan.putAll(scheme.plan(setup.experiment().period()));
        SweepFolder.Plan whole =
                new SweepFolder.Plan(plan, setup.swept(), setup.form().subject().figures());
        try (Interruption interruption = new Interruption();
                TrialLedger ledger =
                        Trials.of(out, setup.base(), setup.experiment().data().catalog());
                WalkForwardWork work = scheme.way().walks()
                        ? new WindowsWork(setup, scheme, out, whole, resume)
                        : new FoldsWork(setup, scheme, out, whole, resume)) {
            Trials.announce(ledger, err);
            work.replaced().ifPresent(there -> err.println("The sweep that was here is now in " + there + "."));
            if (!work.before().isEmpty()) {
                err.println("Going on after " + work.before() + ".");
            }
            Optional<WalkForwardSummary> summary;
            try {
                summary = Console.apart(() -> made(
                        work,
                        place,
                        ledger,
                        new SweepProgress(interruption, setup.base().strategy().name(), work.most(), err)));
            } catch (ParameterException e) {
                // There is no going on with what was asked for: the next one may take its place.
                work.finish();
                throw e;
            }
            if (summary.isEmpty()) {
                err.println("Ended before it was through; what is done is kept in " + out
                        + ". The same command with --resume goes on.");
                return ExitCode.INTERRUPTED;
            }
            finish(summary.get(), out);
            work.finish();
        }
        return ExitCode.OK;
    }

    private static Optional<WalkForwardSummary> made(
            WalkForwardWork work, RunPlace place, TrialLedger ledger, SweepProgress following) {
        try (SweepProgress watch = following) {
            Optional<WalkForwardSummary> summary = work.run(place, ledger, watch);
            return watch.ended() ? Optional.empty() : summary;
        }
    }

    private void finish(WalkForwardSummary summary, Path out) {
        Optional<Path> page = options.report() ? Optional.of(WalkForwardPages.write(summary, out)) : Optional.empty();
        WalkForwardFiles.write(out, summary, page);
        if (options.json()) {
            Console.out().println(WalkForwardJson.of(summary, out, page));
        } else {
            WalkForwardTable.print(summary, out, page, Console.out());
        }
    }
}
