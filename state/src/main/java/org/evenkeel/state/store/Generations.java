package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The earlier runs of a folder: {@code replaced/1}, {@code replaced/2} … Each is a whole run, and none is ever written
 * over.
 *
 * @param folder the folder whose runs they were
 * @param disk how it is written
 * @param durable whether what is written is flushed to the disk
 */
record Generations(StateFolder folder, Disk disk, boolean durable) {
    private static final String NAME = "replaced";

    /**
     * Moves what the folder holds away. The journal goes last: by itself it is still a state, a snapshot is not. Where
     * a process ended half way, this goes on from there.
     *
     * @param companions files that belong to the run besides, by name
     * @return where it is now
     */
    Path moveAway(List<String> companions) {
        List<String> names = Stream.concat(
                        companions.stream(), Stream.of(StateFolder.PREVIOUS, StateFolder.SNAPSHOT, StateFolder.JOURNAL))
                .filter(name -> Files.exists(folder.folder().resolve(name)))
                .toList();
        Path target = folder.folder().resolve(NAME);
        try {
            target = target(names);
            Files.createDirectories(target);
            for (String name : names) {
                disk.rename(folder.folder().resolve(name), target.resolve(name));
            }
            flush(target);
        } catch (IOException e) {
            throw new StateException.Io(target, "Moving the earlier state to", e);
        }
        return target;
    }

    private void flush(Path target) throws IOException {
        if (durable) {
            disk.flushNames(target);
            disk.flushNames(folder.folder().resolve(NAME));
            disk.flushNames(folder.folder());
        }
    }

    /** The generation after the last; the last itself where its own move was never finished. */
    private Path target(List<String> names) throws IOException {
        long last = last();
        Path unfinished = generation(last);
        boolean takes = Files.isDirectory(unfinished)
                && !Files.exists(unfinished.resolve(StateFolder.JOURNAL))
                && names.stream().noneMatch(name -> Files.exists(unfinished.resolve(name)));
        return takes ? unfinished : generation(last + 1);
    }

    private Path generation(long number) {
        return folder.folder().resolve(NAME).resolve(Long.toString(number));
    }

    private long last() throws IOException {
        Path replaced = folder.folder().resolve(NAME);
        if (!Files.isDirectory(replaced)) {
            return 0;
        }
        try (Stream<Path> there = Files.list(replaced)) {
            return there.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,17}"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
        }
    }
}
