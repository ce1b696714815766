package org.evenkeel.sweep.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.SweepException;
import org.evenkeel.sweep.Trial;
import org.jspecify.annotations.Nullable;

/**
 * A sweep's folder: {@code plan.json}, {@code runs.csv} with a row for each run, and {@code returns.bin} with the
 * sampled returns. What is done stays when the process ends, however it ends, and a sweep with the same plan can go on.
 */
public final class SweepFolder implements RunLog, Closeable {
    /** The table of runs. */
    public static final String RUNS = "runs.csv";

    private static final String RETURNS = "returns.bin";

    private final Path folder;
    private final Optional<Path> replaced;
    private final RunTable.Columns columns;
    private final long earlierRuns;
    private final Stream<Trial> earlier;
    private final RunTable table;
    private @Nullable ReturnsFile returns;

    /**
     * What is swept.
     *
     * @param plan all that the runs follow from, as texts
     * @param parameters the names of the swept parameters
     * @param figures the names of a run's figures
     */
    public record Plan(SequencedMap<String, String> plan, List<String> parameters, List<String> figures) {}

    private SweepFolder(Path folder, Plan plan, Optional<Path> replaced) {
        this.folder = folder;
        this.replaced = replaced;
        columns = new RunTable.Columns(plan.parameters(), plan.figures());
        table = RunTable.open(folder.resolve(RUNS), columns);
        earlierRuns = table.rows();
        earlier = RunTable.read(folder.resolve(RUNS), columns).limit(earlierRuns);
    }

    /**
     * Opens a folder for a sweep.
     *
     * @param folder made where it is missing
     * @param plan what is to be swept
     * @param resume whether to go on with what is there; else a finished sweep is moved to a folder
     *     {@code replaced} within
     * @throws SweepException when the folder holds an unfinished sweep that is not to be gone on with, or one with
     *     another plan that is, or cannot be written
     */
    public static SweepFolder open(Path folder, Plan plan, boolean resume) {
        return new SweepFolder(
                folder, plan, PlannedFolder.claim(folder, plan.plan(), List.of(RUNS, WalkFolder.TESTS), resume));
    }

    /** Where the finished sweep is now that was here before; empty where there was none. */
    public Optional<Path> replaced() {
        return replaced;
    }

    /** How many runs were there when the folder was opened. */
    public long earlierRuns() {
        return earlierRuns;
    }

    @Override
    public Iterator<Trial> earlier() {
        return earlier.iterator();
    }

    @Override
    public void restore(ReturnsSample sample) {
        long whole = ReturnsFile.restore(folder.resolve(RETURNS), earlierRuns, sample);
        returns = ReturnsFile.open(folder.resolve(RETURNS), whole, sample);
    }

    @Override
    public void add(Trial trial, ReturnsSample sample) {
        if (returns != null) {
            returns.addNew(sample);
        }
        table.add(trial);
    }

    /** All runs written so far, in order; the stream must be closed. */
    public Stream<Trial> runs() {
        return table.runs();
    }

    /** What a parameter's column is called: one that is called like a figure is told apart from it. */
    public String parameterColumn(String parameter) {
        return columns.parameterColumn(parameter);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** The file of runs. */
    public Path table() {
        return folder.resolve(RUNS);
    }

    /** Notes that the sweep is through, so that the next one may take its place. */
    public void finish() {
        PlannedFolder.finish(folder);
    }

    @Override
    public void close() {
        earlier.close();
        table.close();
        if (returns != null) {
            returns.close();
        }
    }
}
