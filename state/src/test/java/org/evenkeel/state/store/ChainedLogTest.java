package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainedLogTest {
    private static final String NAME = "log.jsonl";
    private static final List<String> RECORDS = List.of("{\"a\":1}", "{\"b\":\"ü\"}", "{\"c\":{\"d\":[]}}");

    @TempDir
    private Path temporary;

    private Path file() {
        return temporary.resolve(NAME);
    }

    private static List<String> write(Path folder, Disk disk) {
        List<String> acknowledged = new ArrayList<>();
        try (ChainedLog log = ChainedLog.open(folder, NAME, disk)) {
            for (String record : RECORDS) {
                log.append(record);
                acknowledged.add(record);
            }
        } catch (StateException.Io full) {
            assertTrue(full.getMessage().contains("No space left"), full.getMessage());
        }
        return acknowledged;
    }

    private List<String> read() {
        try (ChainedLog log = ChainedLog.open(temporary, NAME)) {
            return log.records();
        }
    }

    @Test
    void what_was_appended_is_there_when_the_log_is_opened_again_and_can_be_added_to() {
        assertEquals(RECORDS, write(temporary, new RealDisk()));
        assertEquals(RECORDS, read());
        write(temporary, new RealDisk());
        assertEquals(2 * RECORDS.size(), read().size());
    }

    @Test
    void a_record_is_an_object_on_one_line() {
        try (ChainedLog log = ChainedLog.open(temporary, NAME)) {
            for (String record : List.of("", "7", "{\n}")) {
                assertThrows(IllegalArgumentException.class, () -> log.append(record));
            }
        }
        assertEquals(List.of(), read());
    }

    @Test
    void a_last_line_that_breaks_off_anywhere_is_set_aside_and_the_others_stand() throws IOException {
        write(temporary, new RealDisk());
        byte[] whole = Files.readAllBytes(file());
        int beforeLast = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2) + 1;
        for (int end = beforeLast + 1; end < whole.length; end++) {
            Files.write(file(), Arrays.copyOf(whole, end));
            try (ChainedLog log = ChainedLog.open(temporary, NAME)) {
                assertEquals(RECORDS.subList(0, 2), log.records());
                assertEquals(1, log.notices().size());
                log.append(RECORDS.getLast());
            }
            assertArrayEquals(whole, Files.readAllBytes(file()));
            Path aside = temporary.resolve(NAME + ".torn-" + beforeLast);
            assertArrayEquals(Arrays.copyOfRange(whole, beforeLast, end), Files.readAllBytes(aside));
            Files.delete(aside);
        }
    }

    @Test
    void a_byte_that_was_changed_anywhere_is_named_and_nothing_is_written() throws IOException {
        write(temporary, new RealDisk());
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 2;
            Files.write(file(), changed);
            StateException damaged = assertThrows(StateException.class, this::read, "byte " + at);
            assertTrue(damaged.getMessage().contains(NAME), damaged.getMessage());
            assertArrayEquals(changed, Files.readAllBytes(file()));
        }
    }

    @Test
    void a_line_that_is_missing_is_noticed() throws IOException {
        write(temporary, new RealDisk());
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.getFirst(), lines.getLast()));
        StateException.Corrupt damaged = assertThrows(StateException.Corrupt.class, this::read);
        assertEquals(lines.getFirst().length() + 1, damaged.offset());
    }

    @Test
    void whatever_operation_of_the_disk_fails_what_was_acknowledged_is_kept_and_nothing_follows_the_failure() {
        FailingDisk counting = new FailingDisk(0);
        write(temporary.resolve("counted"), counting);
        assertTrue(counting.operations() > 2 * RECORDS.size());
        for (int failing = 1; failing <= counting.operations(); failing++) {
            Path folder = temporary.resolve("failing-" + failing);
            List<String> acknowledged = write(folder, new FailingDisk(failing));
            try (ChainedLog log = ChainedLog.open(folder, NAME)) {
                List<String> found = log.records();
                assertTrue(found.size() >= acknowledged.size() && found.size() <= acknowledged.size() + 1);
                assertEquals(RECORDS.subList(0, found.size()), found);
            }
        }
    }

    @Test
    void after_a_failure_nothing_more_is_appended() throws IOException {
        FailingDisk counting = new FailingDisk(0);
        ChainedLog.open(temporary.resolve("counted"), NAME, counting).close();
        Path folder = temporary.resolve("failing");
        try (ChainedLog log = ChainedLog.open(folder, NAME, new FailingDisk(counting.operations() + 2))) {
            assertThrows(StateException.Io.class, () -> log.append(RECORDS.getFirst()));
            long size = Files.size(folder.resolve(NAME));
            assertThrows(StateException.Io.class, () -> log.append(RECORDS.get(1)));
            assertEquals(size, Files.size(folder.resolve(NAME)));
        }
    }

    @Test
    void a_second_one_in_the_folder_is_refused_by_the_process_number() {
        ChainedLog log = ChainedLog.open(temporary, NAME);
        StateException.Locked locked = assertThrows(StateException.Locked.class, this::read);
        assertEquals(ProcessHandle.current().pid(), locked.pid().orElseThrow());
        log.close();
        assertEquals(List.of(), read());
    }
}
