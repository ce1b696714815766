package org.evenkeel.sweep.store;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.sweep.RunCounts;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.SweepException;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.validation.WalkForward;
import org.evenkeel.sweep.validation.WalkLog;
import org.jspecify.annotations.Nullable;

/**
 * A walk-forward's folder: {@code plan.json}, a sweep's folder for each step within {@code steps}, with the equity of its
 * test, and {@code tests.csv} with a row for each test. What is done stays when the process ends, however it ends, and a
 * walk with the same plan can go on.
 */
public final class WalkFolder implements WalkLog, Closeable {
    /** The table of tests: the number of the chosen run within its step, its parameters, its figures in the test. */
    public static final String TESTS = "tests.csv";

    private static final String STEPS = "steps";
    private static final String EQUITY = "equity.csv";

    private final Path folder;
    private final SweepFolder.Plan plan;
    private final RunTable.Columns columns;
    private final Optional<Path> replaced;
    private final RunTable tests;
    private @Nullable SweepFolder step;

    private WalkFolder(Path folder, SweepFolder.Plan plan, Optional<Path> replaced) {
        this.folder = folder;
        this.plan = plan;
        this.replaced = replaced;
        columns = new RunTable.Columns(plan.parameters(), plan.figures());
        tests = RunTable.open(folder.resolve(TESTS), columns);
    }

    /**
     * Opens a folder for a walk.
     *
     * @param folder made where it is missing
     * @param plan what is to be walked
     * @param resume whether to go on with what is there; else a finished walk is moved to a folder {@code replaced} within
     * @throws SweepException when the folder holds something unfinished that is not to be gone on with, or another plan
     *     that is, or cannot be written
     */
    public static WalkFolder open(Path folder, SweepFolder.Plan plan, boolean resume) {
        return new WalkFolder(
                folder, plan, PlannedFolder.claim(folder, plan.plan(), List.of(TESTS, SweepFolder.RUNS), resume));
    }

    /** Where what was finished here before is now; empty where there was none. */
    public Optional<Path> replaced() {
        return replaced;
    }

    /** How many steps are finished. */
    public int steps() {
        try (Stream<Trial> rows = RunTable.read(folder.resolve(TESTS), columns)) {
            return (int) rows.count();
        }
    }

    /** How many runs are there of the step that was under way when an earlier walk ended. */
    public long runsUnderWay() {
        Path table = place(steps()).resolve(SweepFolder.RUNS);
        if (!Files.exists(table)) {
            return 0;
        }
        try (Stream<Trial> rows = RunTable.read(table, columns)) {
            return rows.count();
        }
    }

    /** What became of the runs of all finished steps. What a failed one set begins with the number of its step. */
    public RunCounts counts() {
        // A flat map closes the table of a step once it is through.
        return RunCounts.of(IntStream.range(0, steps()).boxed().flatMap(this::runs));
    }

    private Stream<Trial> runs(int number) {
        return RunTable.read(place(number).resolve(SweepFolder.RUNS), columns)
                .map(run -> run instanceof Trial.Failed failed ? ofStep(number, failed) : run);
    }

    private static Trial.Failed ofStep(int number, Trial.Failed failed) {
        SequencedMap<String, String> set = new LinkedHashMap<>();
        set.put("walk step", Integer.toString(number + 1));
        set.putAll(failed.set());
        return new Trial.Failed(failed.number(), set, failed.reason());
    }

    @Override
    public List<WalkForward.Fold> earlier(List<WalkForward.Window> windows) {
        List<WalkForward.Fold> folds = new ArrayList<>();
        try (Stream<Trial> rows = RunTable.read(folder.resolve(TESTS), columns)) {
            rows.forEach(test -> {
                int number = folds.size();
                if (number == windows.size() || !(test instanceof Trial.Done done)) {
                    throw new SweepException(folder.resolve(TESTS) + " is not that of this walk: remove the folder, or"
                            + " give another with --out.");
                }
                EquityCurve curve = CurveTable.read(place(number).resolve(EQUITY));
                folds.add(new WalkForward.Fold(
                        windows.get(number), chosen(number, done), new Outcome(done.figures(), curve)));
            });
        }
        return folds;
    }

    private Trial.Done chosen(int number, Trial.Done test) {
        Path table = place(number).resolve(SweepFolder.RUNS);
        try (Stream<Trial> runs = RunTable.read(table, columns)) {
            return runs.filter(run ->
                            run.number() == test.number() && run.set().equals(test.set()) && run instanceof Trial.Done)
                    .map(Trial.Done.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new SweepException(table + " lacks run " + test.number() + ", which was chosen:"
                            + " remove the folder, or give another with --out."));
        }
    }

    private Path place(int number) {
        return folder.resolve(STEPS).resolve(Integer.toString(number + 1));
    }

    @Override
    public RunLog begin(int number) {
        SweepFolder opened = SweepFolder.open(place(number), plan, true);
        step = opened;
        return opened;
    }

    @Override
    public void finish(int number, WalkForward.Fold fold) {
        CurveTable.write(place(number).resolve(EQUITY), fold.tested().curve());
        closeStep(true);
        Trial.Done chosen = fold.chosen();
        tests.add(new Trial.Done(chosen.number(), chosen.set(), fold.tested().figures(), Optional.empty()));
    }

    private void closeStep(boolean finished) {
        SweepFolder open = step;
        step = null;
        if (open != null) {
            if (finished) {
                open.finish();
            }
            open.close();
        }
    }

    /** Notes that the walk is through, so that the next one may take its place. */
    public void finish() {
        PlannedFolder.finish(folder);
    }

    @Override
    public void close() {
        closeStep(false);
        tests.close();
    }
}
