package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.RandomRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in the place of another one. */
class ReplaceTest {
    private static final String REPORT = "report.html";

    @TempDir
    private Path folder;

    private LedgerSnapshot first;

    @BeforeEach
    void make_a_run() throws IOException {
        Runs.write(folder, 1, 5);
        Files.writeString(folder.resolve(REPORT), "the first");
        first = StateFolder.at(folder).load().snapshot();
    }

    private Path generation(int number) {
        return folder.resolve("replaced").resolve(Integer.toString(number));
    }

    private static LedgerSnapshot loaded(Path from) {
        return StateFolder.at(from).load().snapshot();
    }

    private void replaceBy(long seed) {
        try (StateStore store = StateStore.replace(folder, Durability.FAST, REPORT)) {
            assertTrue(store.ledger().isEmpty());
            RandomRun.events(seed, 7).forEach(store.ledger()::apply);
            store.writeSnapshot();
        }
    }

    @Test
    void every_earlier_run_is_kept_in_a_folder_of_its_own_with_its_report() throws IOException {
        replaceBy(2);
        LedgerSnapshot second = loaded(folder);
        replaceBy(3);
        assertEquals(first, loaded(generation(1)));
        assertEquals("the first", Files.readString(generation(1).resolve(REPORT)));
        assertEquals(second, loaded(generation(2)));
        assertFalse(Files.exists(generation(2).resolve(REPORT)), "the second run wrote none");
        assertFalse(Files.exists(folder.resolve(REPORT)), "no report stands beside a run that is not its own");
    }

    @Test
    void a_person_is_told_where_the_earlier_run_went() {
        try (StateStore store = StateStore.replace(folder, Durability.FAST)) {
            assertEquals(List.of("The run that was here is now in " + generation(1) + "."), store.notices());
        }
    }

    @Test
    void a_run_without_an_event_is_not_kept() {
        StateStore.replace(folder, Durability.FAST).close();
        try (StateStore store = StateStore.replace(folder, Durability.FAST)) {
            assertEquals(List.of(), store.notices());
        }
        assertEquals(first, loaded(generation(1)));
        assertFalse(Files.exists(generation(2)));
    }

    @Test
    void a_removed_generation_is_not_filled_up_again() throws IOException {
        replaceBy(2);
        LedgerSnapshot second = loaded(folder);
        replaceBy(3);
        deleteGeneration(1);
        replaceBy(4);
        assertFalse(Files.exists(generation(1)));
        assertEquals(second, loaded(generation(2)));
        assertTrue(Files.exists(generation(3)));
    }

    private void deleteGeneration(int number) throws IOException {
        try (var files = Files.list(generation(number))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(generation(number));
    }

    @Test
    void what_stops_half_way_leaves_the_earlier_run_whole_and_the_next_try_finishes_it() throws IOException {
        FailingDisk counting = new FailingDisk(0);
        StateStore.replace(folder, Durability.DURABLE, counting, REPORT).close();
        int operations = counting.operations();
        assertTrue(operations >= 6, "three files and three folders at the least: " + operations);
        for (int failing = 1; failing <= operations; failing++) {
            Path before = generation(failing);
            Runs.write(folder, 1, 5);
            Files.writeString(folder.resolve(REPORT), "the first");
            FailingDisk disk = new FailingDisk(failing);
            assertThrows(StateException.Io.class, () -> StateStore.replace(folder, Durability.DURABLE, disk, REPORT));
            assertEquals(first, loaded(StateFolder.at(folder).holdsState() ? folder : generation(failing + 1)));
            StateStore.replace(folder, Durability.DURABLE, REPORT).close();
            assertEquals(first, loaded(generation(failing + 1)), "operation " + failing);
            assertEquals("the first", Files.readString(generation(failing + 1).resolve(REPORT)));
            assertEquals(first, loaded(before));
        }
    }
}
