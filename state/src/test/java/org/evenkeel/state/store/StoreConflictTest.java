package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are not what was asked for. */
class StoreConflictTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void chooseFolder() {
        folder = temporary.resolve("deep/run");
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
    void a_journal_without_a_whole_event_is_no_state() {
        StateStore.create(folder, Durability.FAST).close();
        StateFolder files = StateFolder.at(folder);
        assertFalse(files.holdsState());
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
