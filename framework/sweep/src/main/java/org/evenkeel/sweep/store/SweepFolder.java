package org.evenkeel.sweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
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

    private static final String PLAN = "plan.json";
    private static final String RETURNS = "returns.bin";
    private static final String DONE = "done";
    private static final String REPLACED = "replaced";

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
        try {
            Files.createDirectories(folder);
            Path planFile = folder.resolve(PLAN);
            Optional<Path> replaced = Optional.empty();
            boolean there = Files.exists(planFile) && Files.exists(folder.resolve(RUNS));
            if (there && resume) {
                requireSame(folder, plan.plan());
            } else {
                if (there) {
                    requireFinished(folder);
                    replaced = moveAway(folder);
                }
                PlanFile.write(planFile, plan.plan());
            }
            return new SweepFolder(folder, plan, replaced);
        } catch (IOException e) {
            throw RunTable.unwritable(folder, e);
        }
    }

    private static void requireSame(Path folder, SequencedMap<String, String> plan) {
        SequencedMap<String, String> before = PlanFile.read(folder.resolve(PLAN));
        for (String name : plan.keySet()) {
            String now = plan.get(name);
            String then = before.getOrDefault(name, "");
            if (!then.equals(now)) {
                throw new SweepException(folder + " holds another sweep: its " + name + " is '" + then + "', not '"
                        + now + "'. Go on with the same plan, or give this one a folder of its own with --out.");
            }
        }
    }

    private static void requireFinished(Path folder) {
        if (!Files.exists(folder.resolve(DONE))) {
            throw new SweepException(folder + " holds a sweep that was not finished. Go on with it by --resume, remove"
                    + " the folder, or give this one a folder of its own with --out.");
        }
    }

    /** Moves all that a finished sweep wrote to the next free folder within one for that. */
    private static Optional<Path> moveAway(Path folder) throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve(REPLACED).resolve(Integer.toString(number)))) {
            number++;
        }
        Path to = Files.createDirectories(folder.resolve(REPLACED).resolve(Integer.toString(number)));
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !file.endsWith(REPLACED)).toList();
        }
        for (Path file : files) {
            Files.move(file, to.resolve(file.getFileName()));
        }
        return Optional.of(to);
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
        try {
            Files.writeString(folder.resolve(DONE), "");
        } catch (IOException e) {
            throw RunTable.unwritable(folder, e);
        }
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
