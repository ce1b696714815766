package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.evenkeel.api.StrategyException;
import org.evenkeel.cli.backtest.Trials;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.report.SweepReport;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.research.Vectorised;
import org.evenkeel.sweep.FailedRuns;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Sweep;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.CountedLog;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.validation.Overfitting;
import org.evenkeel.sweep.validation.PermutationTest;

/** One sweep from the command line: data in, runs and page out, a summary on standard output. */
final class SweepJob {
    private static final long MOST_ON_A_PAGE = 500_000;

    private final LoadedStrategy strategy;
    private final SweepOptions options;
    private final Ways ways;
    private final PrintStream err = Console.err();

    /**
     * What a sweep does besides.
     *
     * @param resume goes on with one that was ended
     * @param states keeps the state of each run
     * @param png draws pictures beside the page
     * @param permutations how many shuffled markets the best is held against
     */
    record Ways(boolean resume, boolean states, boolean png, int permutations) {}

    /**
     * What was tried besides the runs themselves.
     *
     * @param ever every run ever made of the strategy on the data
     * @param shuffled the best one on shuffled markets
     */
    private record Tried(TrialLedger.Count ever, PermutationTest.Result shuffled) {}

    SweepJob(LoadedStrategy strategy, SweepOptions options, Ways ways) {
        this.strategy = strategy;
        this.options = options;
        this.ways = ways;
    }

    /**
     * Does it all.
     *
     * @return the exit code
     */
    int run() {
        SweepSetup asked = SweepSetup.of(strategy, options);
        SweepSetup setup = ways.states() ? asked.withStates(options.out(asked.folderName())) : asked;
        say(setup);
        if (ways.states() && options.master().isPresent()) {
            throw new UsageException("--states keeps the ledgers of runs made here: leave --master out.");
        }
        try (RunPlace place = RunPlace.open(setup, options)) {
            new SweepEstimate(setup, place.cores()).confirm(options.yes());
            return run(setup, place);
        }
    }

    private int run(SweepSetup setup, RunPlace place) {
        Path out = options.out(setup.folderName());
        RunFolder.requireFolder(out);
        SweepFolder.Plan plan = new SweepFolder.Plan(
                setup.plan(), setup.swept(), setup.form().subject().figures());
        try (Interruption interruption = new Interruption();
                TrialLedger ledger =
                        Trials.of(out, setup.base(), setup.experiment().data().catalog());
                SweepFolder folder = SweepFolder.open(out, plan, ways.resume())) {
            Trials.announce(ledger, err);
            SweepResult result = Console.apart(() -> sweep(setup, place, folder, ledger, interruption));
            if (result.counts().ended()) {
                return ended(setup, folder, result);
            }
            requireOneDone(folder, result);
            PermutationTest.Result permutation = Console.apart(() -> result.best()
                    .map(best -> permutation(setup, best, interruption))
                    .orElse(PermutationTest.Result.NONE));
            if (interruption.asked()) {
                return ended(setup, folder, result);
            }
            finish(setup, folder, result, new Tried(ledger.count(), permutation));
        }
        return ExitCode.OK;
    }

    private int ended(SweepSetup setup, SweepFolder folder, SweepResult result) {
        err.println("Ended after " + result.counts().runs() + " of at most "
                + setup.search().most() + " runs; they are kept in " + folder.table()
                + ". The same command with --resume goes on.");
        return ExitCode.INTERRUPTED;
    }

    private void say(SweepSetup setup) {
        setup.base().notes().forEach(note -> err.println("Note: " + note));
        if (ways.states() && setup.base().strategy() instanceof Vectorised) {
            err.println("Note: the engine is run, not the vectorised form, for --states keeps its ledgers.");
        }
        setup.form().findRemark().ifPresent(remark -> err.println("Note: " + remark));
        setup.form()
                .obstacle()
                .ifPresent(why -> err.println("Note: the engine is run, not the vectorised form, for " + why + "."));
    }

    private SweepResult sweep(
            SweepSetup setup, RunPlace place, SweepFolder folder, TrialLedger ledger, Interruption interruption) {
        folder.replaced().ifPresent(there -> err.println("The sweep that was here is now in " + there + "."));
        if (folder.earlierRuns() > 0) {
            err.println("Going on after " + folder.earlierRuns() + " runs.");
        }
        long most = setup.search().most() - folder.earlierRuns();
        Sweep sweep =
                new Sweep(setup.form().subject(), setup.search(), setup.grid().size(), setup.objective());
        try (SweepProgress watch =
                new SweepProgress(interruption, setup.base().strategy().name(), most, err)) {
            Runner runner = place.runner(setup.form().subject(), setup.search().most(), watch::ended);
            return sweep.run(runner, new CountedLog(folder, ledger, setup::everything), watch);
        }
    }

    private static void requireOneDone(SweepFolder folder, SweepResult result) {
        if (result.counts().done() == 0 && result.counts().failedRuns() > 0) {
            folder.finish();
            Map.Entry<String, FailedRuns> failed = result.counts().failed().firstEntry();
            throw new StrategyException("Every run failed, " + result.counts().failedRuns()
                    + " in all; the first, with " + failed.getValue().words() + ", said: " + failed.getKey()
                    + " All reasons are in " + folder.table() + ".");
        }
    }

    private void finish(SweepSetup setup, SweepFolder folder, SweepResult result, Tried tried) {
        Overfitting overfitting = Overfitting.of(
                result,
                new Overfitting.Evidence(
                        tried.ever(), tried.shuffled(), setup.experiment().metrics()));
        SweepFiles files = new SweepFiles(setup, folder);
        files.writeParquet();
        folder.finish();
        SweepSummary summary = withPage(
                new SweepSummary(
                        setup,
                        result,
                        overfitting,
                        tried.ever(),
                        Optional.empty(),
                        List.of(),
                        chosen(overfitting, folder)),
                folder);
        if (options.json()) {
            SweepJson.write(summary, folder, Console.out());
        } else {
            SweepTables.print(summary, folder, Console.out());
        }
    }

    /** What the runs set that some fold chose. */
    private static Map<Long, SequencedMap<String, String>> chosen(Overfitting overfitting, SweepFolder folder) {
        Set<Long> numbers = new HashSet<>();
        Stream.of(overfitting.walkForward(), overfitting.combinatorial())
                .flatMap(Optional::stream)
                .flatMap(validation -> validation.folds().stream())
                .forEach(fold -> numbers.add(fold.run()));
        Map<Long, SequencedMap<String, String>> chosen = new HashMap<>();
        try (Stream<Trial> runs = folder.runs()) {
            runs.filter(run -> numbers.contains(run.number())).forEach(run -> chosen.put(run.number(), run.set()));
        }
        return chosen;
    }

    private SweepSummary withPage(SweepSummary summary, SweepFolder folder) {
        if (!options.report() && !ways.png()) {
            return summary;
        }
        if (summary.result().counts().runs() > MOST_ON_A_PAGE) {
            err.println("Note: no page and no picture is made of more than " + MOST_ON_A_PAGE
                    + " runs: it would need them all in memory." + " They are in " + folder.table() + ".");
            return summary;
        }
        SweepInput input = SweepPages.of(summary, folder);
        Optional<Path> page =
                options.report() ? Optional.of(SweepReport.write(input, folder.folder())) : Optional.empty();
        List<Path> pictures = ways.png() ? SweepReport.writePictures(input, folder.folder()) : List.of();
        return summary.withPage(
                page.map(file -> shown(file, folder)),
                pictures.stream().map(picture -> shown(picture, folder)).toList());
    }

    /** The file as it is reached by the folder that was asked for. */
    private static Path shown(Path file, SweepFolder folder) {
        return folder.table().resolveSibling(file.getFileName());
    }

    private PermutationTest.Result permutation(SweepSetup setup, Trial best, Interruption interruption) {
        if (ways.permutations() < 1) {
            return PermutationTest.Result.NONE;
        }
        LongFunction<Outcome> shuffled =
                setup.form().onShuffledMarkets(best.set(), setup.objective().figure());
        return new PermutationTest(shuffled, setup.objective())
                .of(best, ways.permutations(), options.threads(), interruption::asked);
    }
}
