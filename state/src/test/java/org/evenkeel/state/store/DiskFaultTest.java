package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disks that fill up, fail, or lose power, at every operation. */
class DiskFaultTest {
    @TempDir
    private Path temporary;

    /** Runs events through a store and counts what it acknowledged. */
    private static final class Script {
        final List<Event> events;
        long acknowledged;

        Script(List<Event> events) {
            this.events = events;
        }

        void run(StateStore store) {
            for (int i = (int) store.ledger().sequence(); i < events.size(); i++) {
                store.ledger().apply(events.get(i));
                if (i % 3 == 2) {
                    store.commit();
                    acknowledged = i + 1L;
                }
                if (i % 9 == 8) {
                    store.writeSnapshot();
                }
            }
        }
    }

    /** What is in the folder has to be a state of the run, not older than what was acknowledged. */
    private static void assertLoads(Path folder, Script script) {
        if (script.acknowledged == 0 && !holdsAnEvent(folder)) {
            return;
        }
        try (StateStore store = Runs.open(folder)) {
            LedgerSnapshot found = store.ledger().snapshot();
            assertTrue(
                    found.sequence() >= script.acknowledged,
                    () -> found.sequence() + " of " + script.acknowledged + " acknowledged events are left");
            assertEquals(Runs.fold(script.events, found.sequence()), found);
            script.events.subList((int) found.sequence(), script.events.size()).forEach(store.ledger()::apply);
            store.writeSnapshot();
        }
        assertEquals(
                Runs.fold(script.events, script.events.size()),
                StateFolder.at(folder).load().snapshot());
    }

    private static boolean holdsAnEvent(Path folder) {
        try {
            Path journal = folder.resolve(StateFolder.JOURNAL);
            return Files.exists(journal)
                    && Files.readString(journal, StandardCharsets.ISO_8859_1).contains("\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whichever_operation_fails_the_error_names_the_place_and_what_was_acknowledged_is_there() {
        List<Event> events = RandomRun.events(3, 40);
        FailingDisk whole = new FailingDisk(0);
        try (StateStore store = StateStore.create(temporary.resolve("whole"), Durability.DURABLE, whole)) {
            new Script(events).run(store);
        }
        assertTrue(whole.operations() > 40, "operations: " + whole.operations());
        for (int failing = 1; failing <= whole.operations(); failing++) {
            Path folder = temporary.resolve("run" + failing);
            Script script = new Script(events);
            FailingDisk disk = new FailingDisk(failing);
            StateException failure = assertThrows(StateException.class, () -> {
                try (StateStore store = StateStore.create(folder, Durability.DURABLE, disk)) {
                    assertStopsForGood(store, script);
                }
            });
            assertTrue(failure instanceof StateException.Io, failure.getMessage());
            assertTrue(failure.getMessage().contains(temporary.toString()), failure.getMessage());
            assertTrue(failure.getMessage().contains("No space left"), failure.getMessage());
            assertLoads(folder, script);
        }
    }

    /** A store that failed once refuses everything, so that nothing is built on a disk that is not to be trusted. */
    private static void assertStopsForGood(StateStore store, Script script) {
        try {
            script.run(store);
        } catch (StateException.Io e) {
            assertThrows(StateException.Conflict.class, store::commit);
            assertThrows(StateException.Conflict.class, store::writeSnapshot);
            throw e;
        }
    }

    @Test
    void a_full_disk_leaves_the_journal_as_it_was() throws IOException {
        List<Event> events = RandomRun.events(3, 20);
        Path folder = temporary.resolve("full");
        // Opening takes three operations; the first commit succeeds, and the second one fails.
        FailingDisk disk = new FailingDisk(4);
        StateStore store = StateStore.create(folder, Durability.FAST, disk);
        events.subList(0, 5).forEach(store.ledger()::apply);
        store.commit();
        byte[] before = Files.readAllBytes(folder.resolve(StateFolder.JOURNAL));
        events.subList(5, 10).forEach(store.ledger()::apply);
        assertThrows(StateException.Io.class, store::commit);
        store.close();
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(StateFolder.JOURNAL)));
    }

    @Test
    void a_snapshot_that_does_not_fit_leaves_the_one_before_and_no_half() throws IOException {
        List<Event> events = RandomRun.events(3, 20);
        Path folder = temporary.resolve("full");
        StateStore store = StateStore.create(folder, Durability.FAST);
        events.subList(0, 5).forEach(store.ledger()::apply);
        store.writeSnapshot();
        store.close();
        byte[] before = Files.readAllBytes(folder.resolve(StateFolder.SNAPSHOT));
        // Opening takes two operations and the commit one; the fourth writes the snapshot.
        FailingDisk disk = new FailingDisk(4);
        StateStore again = StateStore.open(folder, "Momentum", Durability.FAST, disk);
        events.subList(5, 10).forEach(again.ledger()::apply);
        StateException failure = assertThrows(StateException.Io.class, again::writeSnapshot);
        assertTrue(failure.getMessage().contains("Replacing"), failure.getMessage());
        again.close();
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(StateFolder.SNAPSHOT)));
        assertFalse(Files.exists(folder.resolve(StateStore.TEMPORARY)));
        assertEquals(10, StateFolder.at(folder).load().sequence());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void whenever_the_power_is_cut_what_was_acknowledged_is_there(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Event> events = RandomRun.events(seed, 15);
        PowerCutDisk disk = new PowerCutDisk();
        Script script = new Script(events);
        disk.beforeEach(() -> {
            Path after = temporary.resolve("after" + disk.operations());
            disk.cut(after.resolve("run"), random);
            Script cut = new Script(events);
            cut.acknowledged = script.acknowledged;
            assertLoads(after.resolve("run"), cut);
        });
        try (StateStore store = StateStore.create(temporary.resolve("run"), Durability.DURABLE, disk)) {
            script.run(store);
        }
        assertTrue(disk.operations() > 15, "operations: " + disk.operations());
    }
}
