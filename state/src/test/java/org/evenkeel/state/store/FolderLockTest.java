package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.evenkeel.state.RandomRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path temporary;

    @Test
    void a_second_store_in_one_process_is_refused_by_the_process_number() {
        long self = ProcessHandle.current().pid();
        Path folder = temporary.resolve("run");
        StateStore store = StateStore.create(folder, Durability.FAST);
        RandomRun.events(1, 5).forEach(store.ledger()::apply);
        store.commit();
        for (int attempt = 0; attempt < 3; attempt++) {
            StateException.Locked locked = assertThrows(StateException.Locked.class, () -> Runs.open(folder));
            assertEquals(OptionalLong.of(self), locked.pid());
            assertTrue(locked.getMessage().contains("locked by pid " + self), locked.getMessage());
            assertThrows(StateException.Locked.class, () -> StateStore.create(folder, Durability.FAST));
            assertThrows(StateException.Locked.class, () -> StateStore.replace(folder, Durability.FAST));
        }
        store.close();
        Runs.open(folder).close();
    }

    @Test
    void the_file_of_the_lock_says_who_has_it_and_is_empty_when_nobody_has() throws IOException {
        Path folder = temporary.resolve("run");
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            assertEquals(
                    "pid " + ProcessHandle.current().pid() + "\n",
                    Files.readString(store.folder().folder().resolve(FolderLock.FILE)));
        }
        assertEquals(0, Files.size(folder.resolve(FolderLock.FILE)));
    }

    @Test
    void another_way_to_the_folder_leads_to_the_same_lock() throws IOException {
        Path folder = temporary.resolve("run");
        Runs.write(folder, 1, 5);
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        try (StateStore store = Runs.open(folder)) {
            assertEquals(folder, store.folder().folder());
            assertThrows(StateException.Locked.class, () -> Runs.open(link));
            assertThrows(StateException.Locked.class, () -> Runs.open(folder.resolve("../run")));
        }
        Runs.open(link).close();
    }

    @Test
    void a_store_that_could_not_be_opened_leaves_no_lock_behind() throws IOException {
        Path folder = temporary.resolve("run");
        Runs.write(folder, 1, 5);
        assertThrows(StateException.OtherStrategy.class, () -> StateStore.open(folder, "Another", Durability.FAST));
        assertThrows(StateException.Conflict.class, () -> StateStore.create(folder, Durability.FAST));
        Runs.open(folder).close();
    }

    @Test
    void a_store_of_another_process_is_refused_by_its_number_and_free_once_it_is_killed() throws Exception {
        Path folder = temporary.resolve("run");
        try (ChildWriter child = ChildWriter.start(folder, 1)) {
            child.readLines(1);
            for (int attempt = 0; attempt < 2; attempt++) {
                StateException.Locked locked = assertThrows(StateException.Locked.class, () -> Runs.open(folder));
                assertEquals(OptionalLong.of(child.pid()), locked.pid());
                assertTrue(locked.getMessage().contains("locked by pid " + child.pid()), locked.getMessage());
            }
            child.kill();
            Runs.open(folder).close();
        }
    }
}
