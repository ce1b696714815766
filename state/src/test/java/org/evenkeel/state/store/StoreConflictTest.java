package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are not what was asked for. */
class StoreConflictTest {
    private static final Instant NOW = Instant.parse("2021-06-07T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = temporary.resolve("deep/run");
    }

    private static Event deposit(String amount) {
        return new Event.CashFlowed(NOW, "main", TestMarket.USDC, new BigDecimal(amount));
    }

    @Test
    void a_folder_that_holds_a_state_is_not_begun_anew() {
        Runs.write(folder, 1, 5);
        StateException conflict =
                assertThrows(StateException.Conflict.class, () -> StateStore.create(folder, Durability.FAST));
        assertTrue(conflict.getMessage().contains(folder.toString()), conflict.getMessage());
        Runs.open(folder).close();
    }

    @Test
    void a_state_that_can_be_made_again_is_replaced_and_put_aside() {
        Runs.write(folder, 1, 5);
        LedgerSnapshot first = StateFolder.at(folder).load().snapshot();
        try (StateStore store = StateStore.replace(folder, Durability.FAST)) {
            assertTrue(store.ledger().isEmpty());
            RandomRun.events(2, 7).forEach(store.ledger()::apply);
            store.writeSnapshot();
        }
        assertEquals(first, StateFolder.at(folder.resolve("replaced")).load().snapshot());
        StateStore.replace(folder, Durability.FAST).close();
        assertEquals(
                Runs.fold(RandomRun.events(2, 7), RandomRun.events(2, 7).size()),
                StateFolder.at(folder.resolve("replaced")).load().snapshot());
        assertFalse(Files.exists(folder.resolve("replaced").resolve(StateFolder.PREVIOUS)));
    }

    @Test
    void what_is_put_aside_is_one_run_alone() {
        Runs.write(folder, 1, 5);
        try (StateStore store = Runs.open(folder)) {
            store.ledger().apply(deposit("1"));
            store.writeSnapshot();
        }
        StateStore.replace(folder, Durability.FAST).close();
        Path replaced = folder.resolve("replaced");
        assertTrue(Files.exists(replaced.resolve(StateFolder.PREVIOUS)));
        // A run without an event takes nobody's place.
        StateStore.replace(folder, Durability.FAST).close();
        assertTrue(Files.exists(replaced.resolve(StateFolder.PREVIOUS)));
        try (StateStore store = StateStore.replace(folder, Durability.FAST)) {
            RandomRun.events(2, 5).forEach(store.ledger()::apply);
            store.writeSnapshot();
        }
        StateStore.replace(folder, Durability.FAST).close();
        assertFalse(Files.exists(replaced.resolve(StateFolder.PREVIOUS)));
        assertEquals(
                RandomRun.events(2, 5).size(), StateFolder.at(replaced).load().sequence());
    }

    @Test
    void a_journal_without_a_whole_event_is_no_state() {
        StateStore.create(folder, Durability.FAST).close();
        StateFolder files = StateFolder.at(folder);
        assertThrows(StateException.Missing.class, files::load);
        assertThrows(StateException.Missing.class, () -> files.forEachEvent(event -> true));
        StateException missing = assertThrows(StateException.Missing.class, () -> Runs.open(folder));
        assertTrue(missing.getMessage().contains("no whole event"), missing.getMessage());
    }

    @Test
    void a_folder_without_a_state_cannot_be_opened_and_is_not_made() {
        StateException missing = assertThrows(StateException.Missing.class, () -> Runs.open(folder));
        assertTrue(missing.getMessage().contains("begin a new run"), missing.getMessage());
        assertFalse(Files.exists(folder));
        assertThrows(StateException.Missing.class, () -> StateFolder.at(folder).load());
        assertThrows(StateException.Missing.class, () -> StateFolder.at(folder).forEachEvent(event -> true));
    }

    @Test
    void the_state_of_another_strategy_is_not_opened() {
        Runs.write(folder, 1, 5);
        StateException other = assertThrows(
                StateException.OtherStrategy.class, () -> StateStore.open(folder, "BuyAndHold", Durability.FAST));
        assertTrue(
                other.getMessage().contains("BuyAndHold") && other.getMessage().contains("Momentum"));
        Runs.open(folder).close();
    }

    @Test
    void a_snapshot_without_its_journal_is_a_conflict() throws IOException {
        Runs.write(folder, 1, 5);
        Files.delete(folder.resolve(StateFolder.JOURNAL));
        assertThrows(StateException.Conflict.class, () -> Runs.open(folder));
        assertThrows(StateException.Conflict.class, () -> StateFolder.at(folder).load());
    }

    @Test
    void a_snapshot_ahead_of_its_journal_is_a_conflict() throws IOException {
        Runs.write(folder, 1, 5);
        List<String> lines = Files.readAllLines(folder.resolve(StateFolder.JOURNAL));
        Files.writeString(
                folder.resolve(StateFolder.JOURNAL), String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        StateException conflict = assertThrows(StateException.Conflict.class, () -> Runs.open(folder));
        assertTrue(conflict.getMessage().contains("event " + lines.size()), conflict.getMessage());
        assertTrue(conflict.getMessage().contains("event " + (lines.size() - 1)), conflict.getMessage());
    }

    @Test
    void a_snapshot_of_another_run_is_a_conflict() throws IOException {
        Path other = temporary.resolve("other");
        Runs.write(folder, 1, 40);
        Runs.write(other, 2, 20);
        Files.copy(
                other.resolve(StateFolder.SNAPSHOT),
                folder.resolve(StateFolder.SNAPSHOT),
                StandardCopyOption.REPLACE_EXISTING);
        StateException conflict = assertThrows(StateException.Conflict.class, () -> Runs.open(folder));
        assertTrue(conflict.getMessage().contains("two runs"), conflict.getMessage());
    }

    @Test
    void a_folder_that_is_a_file_is_an_error_that_names_it() throws IOException {
        Files.createDirectories(temporary);
        Path file = Files.writeString(temporary.resolve("file"), "x");
        StateException failure = assertThrows(StateException.Io.class, () -> StateStore.create(file, Durability.FAST));
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }
}
