package org.evenkeel.sweep.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.evenkeel.sweep.SweepException;

/** A folder with a plan: it is gone on with by the same plan alone, and what is finished in it is never written over. */
final class PlannedFolder {
    private static final String PLAN = "plan.json";
    private static final String DONE = "done";
    private static final String REPLACED = "replaced";

    private PlannedFolder() {}

    /**
     * Makes a folder that of a plan.
     *
     * @param folder made where it is missing
     * @param plan all that its runs follow from, as texts
     * @param tables the files by which it is told that something was begun
     * @param resume whether to go on with what is there
     * @return where the finished sweep is now that was here before; empty where there was none
     * @throws SweepException when it holds something unfinished that is not to be gone on with, another plan that is, or
     *     what is no sweep's, or cannot be written
     */
    static Optional<Path> claim(Path folder, SequencedMap<String, String> plan, List<String> tables, boolean resume) {
        try {
            Files.createDirectories(folder);
            Path planFile = folder.resolve(PLAN);
            boolean there =
                    Files.exists(planFile) && tables.stream().anyMatch(table -> Files.exists(folder.resolve(table)));
            if (there && resume) {
                requireSame(folder, plan);
                return Optional.empty();
            }
            Optional<Path> replaced = Optional.empty();
            if (there) {
                requireFinished(folder);
                replaced = moveAway(folder);
            } else if (!Files.exists(planFile)) {
                requireEmpty(folder);
            }
            PlanFile.write(planFile, plan);
            return replaced;
        } catch (IOException e) {
            throw RunTable.unwritable(folder, e);
        }
    }

    /** What somebody else keeps in the folder is not written over. */
    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> other = files.findFirst();
            if (other.isPresent()) {
                throw new SweepException(folder + " holds " + other.get().getFileName()
                        + " and is no sweep's folder: give a new or an empty one with --out, so that nothing is written"
                        + " over.");
            }
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

    /** Notes that it is through, so that the next one may take its place. */
    static void finish(Path folder) {
        try {
            Files.writeString(folder.resolve(DONE), "");
        } catch (IOException e) {
            throw RunTable.unwritable(folder, e);
        }
    }
}
