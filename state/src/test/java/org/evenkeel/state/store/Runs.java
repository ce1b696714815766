package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.event.Event;

/** Folders with runs in them. */
final class Runs {
    private Runs() {}

    /** Writes the run of a seed, its snapshot at the end. */
    static void write(Path folder, long seed, int steps) {
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            for (Event event : RandomRun.events(seed, steps)) {
                store.ledger().apply(event);
            }
            store.writeSnapshot();
        }
    }

    /** The state after the first so many events. */
    static LedgerSnapshot fold(List<Event> events, long count) {
        Ledger ledger = new Ledger();
        events.subList(0, (int) count).forEach(ledger::apply);
        return ledger.snapshot();
    }

    static StateStore open(Path folder) {
        return StateStore.open(folder, "Momentum", Durability.FAST);
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
