package org.evenkeel.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Sweep;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.subject.Form;
import org.evenkeel.sweep.subject.ShuffledMarket;
import org.evenkeel.sweep.validation.Overfitting;
import org.evenkeel.sweep.validation.PermutationTest;

/** One sweep from the command line: data in, runs and page out, a summary on standard output. */
final class SweepJob {
    private final LoadedStrategy strategy;
    private final SweepOptions options;
    private final boolean resume;
    private final PrintStream err = Console.err();

    SweepJob(LoadedStrategy strategy, SweepOptions options, boolean resume) {
        this.strategy = strategy;
        this.options = options;
        this.resume = resume;
    }

    /**
     * Does it all.
     *
     * @return the exit code
     */
    int run() {
        SweepSetup setup = SweepSetup.of(strategy, options);
        say(setup);
        try (RunPlace place = RunPlace.open(setup, options)) {
            new SweepEstimate(setup, place.cores()).confirm(options.yes());
            return run(setup, place);
        }
    }

    private int run(SweepSetup setup, RunPlace place) {
        Path out = options.out(setup.base().strategy().name() + "-sweep");
        TrialLedger ledger =
                Trials.of(out, setup.base(), setup.experiment().data().catalog());
        SweepFolder.Plan plan = new SweepFolder.Plan(
                setup.plan(), setup.swept(), setup.form().subject().figures());
        try (Interruption interruption = new Interruption();
                SweepFolder folder = SweepFolder.open(out, plan, resume)) {
            SweepResult result = Console.apart(() -> sweep(setup, place, folder, ledger, interruption));
            ledger.flush();
            if (result.counts().ended()) {
                err.println("Ended after " + result.counts().runs() + " of at most "
                        + setup.search().most() + " runs; they are kept in " + folder.table()
                        + ". The same command with --resume goes on.");
                return ExitCode.INTERRUPTED;
            }
            finish(setup, folder, result, ledger);
        }
        return ExitCode.OK;
    }

    private void say(SweepSetup setup) {
        setup.base().notes().forEach(note -> err.println("Note: " + note));
        setup.form()
                .obstacle()
                .ifPresent(why -> err.println("Note: the engine is run, not the vectorised form, for " + why + "."));
    }

    private SweepResult sweep(
            SweepSetup setup, RunPlace place, SweepFolder folder, TrialLedger ledger, Interruption interruption) {
        if (folder.earlierRuns() > 0) {
            err.println("Going on after " + folder.earlierRuns() + " runs.");
        }
        long most = setup.search().most() - folder.earlierRuns();
        Sweep sweep =
                new Sweep(setup.form().subject(), setup.search(), setup.grid().size(), setup.objective());
        try (Progress progress = Progress.of(setup.base().strategy().name(), Progress.Words.RUNS, most, err)) {
            SweepWatch watch = new SweepWatch() {
                @Override
                public void runDone(Trial trial) {
                    ledger.add(setup.everything(trial.set()));
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
            };
            Runner runner = place.runner(setup.form().subject(), setup.search().most());
            return sweep.run(runner, folder, watch);
        }
    }

    private void finish(SweepSetup setup, SweepFolder folder, SweepResult result, TrialLedger ledger) {
        double permutation = Console.apart(
                () -> result.best().map(best -> permutation(setup, best)).orElse(Double.NaN));
        Overfitting overfitting = Overfitting.of(
                result,
                new Overfitting.Evidence(
                        ledger.count(),
                        permutation,
                        setup.experiment().metrics().periodsPerYear().orElse(Double.NaN)));
        SweepFiles files = new SweepFiles(setup, folder);
        files.writeParquet();
        folder.finish();
        SweepSummary summary = new SweepSummary(setup, result, overfitting, ledger.count(), Optional.empty());
        if (options.json()) {
            SweepJson.write(summary, folder, Console.out());
        } else {
            SweepTables.print(summary, folder, Console.out());
        }
    }

    private double permutation(SweepSetup setup, Trial best) {
        MarketDataSet data = setup.experiment().data();
        PermutationTest test = new PermutationTest(
                market -> form(setup, market, best).subject(), new ShuffledMarket(data), setup.objective());
        return test.pValue(best, options.permutations(), options.threads());
    }

    private Form form(SweepSetup setup, MarketDataSet market, Trial best) {
        return setup.form().vectorised()
                ? Form.fastest(setup.experiment().on(market), best.set(), setup.swept())
                : Form.engine(setup.experiment().on(market));
    }
}
