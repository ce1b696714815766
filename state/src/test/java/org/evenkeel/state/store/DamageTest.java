package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were cut short or changed, at every byte. */
class DamageTest {
    /** The fewest events from which the run of this seed holds positions and cycles. */
    private static final int STEPS = 14;

    private static final long SEED = 8;

    @TempDir
    private Path folder;

    private List<Event> events;
    private Path snapshot;
    private Path journal;

    @BeforeEach
    void write() {
        events = RandomRun.events(SEED, STEPS);
        snapshot = folder.resolve(StateFolder.SNAPSHOT);
        journal = folder.resolve(StateFolder.JOURNAL);
        Runs.write(folder, SEED, STEPS);
    }

    private StateException refused() {
        return assertThrows(StateException.class, () -> StateFolder.at(folder).load());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80})
    void a_changed_byte_of_the_snapshot_is_refused_wherever_it_is(int bits) throws IOException {
        byte[] bytes = Files.readAllBytes(snapshot);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) bits;
            assertThrows(StateException.Corrupt.class, () -> SnapshotFile.decode(snapshot, bytes), "byte " + i);
            bytes[i] ^= (byte) bits;
        }
        SnapshotFile.decode(snapshot, bytes);
    }

    @Test
    void folding_the_journal_finds_the_very_byte_that_was_changed() throws IOException {
        byte[] good = Files.readAllBytes(snapshot);
        // The head byte by byte: it is where the search takes its bearings from.
        for (int i = 0; i < good.length; i += i < 300 ? 1 : 31) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(snapshot, bad);
            StateException.Corrupt refusal = assertInstanceOf(StateException.Corrupt.class, refused());
            assertEquals(i, refusal.offset(), refusal.getMessage());
            assertEquals(snapshot, refusal.file());
        }
    }

    @Test
    void a_changed_byte_of_the_journal_is_refused_in_its_line() throws IOException {
        byte[] good = Files.readAllBytes(journal);
        Files.delete(snapshot);
        int lineStart = 0;
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            for (int i = 0; i < good.length; i++) {
                put(file, i, (byte) (good[i] ^ 1));
                assertInLine(refused(), lineStart, i);
                put(file, i, (byte) (good[i] ^ 0x80));
                assertInLine(refused(), lineStart, i);
                put(file, i, good[i]);
                lineStart = good[i] == '\n' ? i + 1 : lineStart;
            }
        }
        StateFolder.at(folder).load();
    }

    private static void put(FileChannel file, int at, byte value) throws IOException {
        file.write(ByteBuffer.wrap(new byte[] {value}), at);
    }

    private static void assertInLine(StateException refusal, int lineStart, int changed) {
        StateException.Corrupt corrupt = assertInstanceOf(StateException.Corrupt.class, refusal);
        assertTrue(
                corrupt.offset() >= lineStart && corrupt.offset() <= changed,
                () -> "byte " + changed + ": " + refusal.getMessage());
    }

    @Test
    void a_snapshot_cut_short_anywhere_is_refused() throws IOException {
        byte[] good = Files.readAllBytes(snapshot);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(StateException.Corrupt.class, () -> SnapshotFile.decode(snapshot, cut), "byte " + length);
        }
        for (int length = 0; length < good.length; length += 101) {
            Files.write(snapshot, Arrays.copyOf(good, length));
            StateException.Corrupt refusal = assertInstanceOf(StateException.Corrupt.class, refused());
            assertEquals(length, refusal.offset(), refusal.getMessage());
        }
    }

    @Test
    void a_journal_cut_short_anywhere_in_its_last_line_goes_on_from_the_line_before() throws IOException {
        byte[] good = Files.readAllBytes(journal);
        Files.delete(snapshot);
        int lastLine = lastLine(good);
        for (int length = lastLine; length < good.length; length++) {
            Files.write(journal, Arrays.copyOf(good, length));
            Path aside = folder.resolve("journal.jsonl.torn-" + lastLine);
            try (StateStore store = Runs.open(folder)) {
                assertEquals(
                        Runs.fold(events, events.size() - 1), store.ledger().snapshot());
                assertEquals(length > lastLine ? 1 : 0, store.notices().size());
                assertEquals(length > lastLine, Files.exists(aside));
                store.ledger().apply(events.getLast());
            }
            assertArrayEquals(good, Files.readAllBytes(journal));
            if (length > lastLine) {
                assertArrayEquals(Arrays.copyOfRange(good, lastLine, length), Files.readAllBytes(aside));
                Files.delete(aside);
            }
        }
    }

    private static int lastLine(byte[] journal) {
        int at = journal.length - 1;
        while (journal[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    @Test
    void a_journal_cut_short_in_its_first_line_can_be_begun_anew_and_loses_no_byte() throws IOException {
        byte[] good = Files.readAllBytes(journal);
        Files.delete(snapshot);
        for (int length = 0; length < 600; length += 7) {
            Files.write(journal, Arrays.copyOf(good, length));
            assertThrows(StateException.Missing.class, () -> Runs.open(folder));
            try (StateStore store = StateStore.create(folder, Durability.FAST)) {
                events.forEach(store.ledger()::apply);
            }
            assertArrayEquals(good, Files.readAllBytes(journal));
            Path aside = folder.resolve("journal.jsonl.torn-0");
            assertEquals(length > 0, Files.exists(aside));
            if (length > 0) {
                assertArrayEquals(Arrays.copyOf(good, length), Files.readAllBytes(aside));
                Files.delete(aside);
            }
        }
    }

    @Test
    void two_torn_lines_at_one_place_are_both_kept() throws IOException {
        byte[] good = Files.readAllBytes(journal);
        Files.delete(snapshot);
        int lastLine = lastLine(good);
        for (int length : new int[] {lastLine + 5, lastLine + 6}) {
            Files.write(journal, Arrays.copyOf(good, length));
            Runs.open(folder).close();
        }
        assertEquals(5, Files.size(folder.resolve("journal.jsonl.torn-" + lastLine)));
        assertEquals(6, Files.size(folder.resolve("journal.jsonl.torn-" + lastLine + "-2")));
    }

    @Test
    void a_torn_line_that_the_snapshot_covers_is_a_conflict_and_nothing_is_changed() throws IOException {
        byte[] good = Files.readAllBytes(journal);
        byte[] torn = Arrays.copyOf(good, good.length - 10);
        Files.write(journal, torn);
        assertThrows(StateException.Conflict.class, () -> Runs.open(folder));
        assertArrayEquals(torn, Files.readAllBytes(journal));
    }

    @Test
    void the_temporary_file_of_an_interrupted_snapshot_changes_nothing() throws IOException {
        byte[] good = Files.readAllBytes(snapshot);
        Path temporary = folder.resolve(StateStore.TEMPORARY);
        for (int length = 0; length <= good.length; length += 13) {
            Files.write(temporary, Arrays.copyOf(good, length));
            try (StateStore store = Runs.open(folder)) {
                assertEquals(Runs.fold(events, events.size()), store.ledger().snapshot());
                assertTrue(store.notices().isEmpty());
            }
            assertFalse(Files.exists(temporary));
        }
    }

    @Test
    void a_missing_line_a_doubled_line_and_two_exchanged_lines_are_named() throws IOException {
        List<String> lines = Files.readAllLines(journal);
        Files.delete(snapshot);
        String third = lines.get(2);
        String fourth = lines.get(3);
        long start = lines.get(0).length() + lines.get(1).length() + 2L;

        assertLineThree(start, replaced(lines, fourth));
        assertLineThree(start, replaced(lines, lines.get(1), third, fourth));
        assertLineThree(start, replaced(lines, fourth, third));
    }

    private static List<String> replaced(List<String> lines, String... thirdAndFourth) {
        List<String> changed = new ArrayList<>(lines.subList(0, 2));
        changed.addAll(List.of(thirdAndFourth));
        changed.addAll(lines.subList(4, lines.size()));
        return changed;
    }

    private void assertLineThree(long start, List<String> lines) throws IOException {
        Files.write(journal, lines);
        StateException.Corrupt refusal = assertInstanceOf(StateException.Corrupt.class, refused());
        assertTrue(refusal.getMessage().contains("line 3"), refusal.getMessage());
        assertTrue(refusal.offset() >= start && refusal.offset() < start + 100, refusal.getMessage());
    }

    @Test
    void a_damaged_snapshot_is_never_taken_for_none_and_the_message_says_what_is_left() throws IOException {
        try (StateStore store = Runs.open(folder)) {
            store.ledger().apply(new Event.Valued(events.getLast().at(), "main", 1, 1));
            store.writeSnapshot();
        }
        byte[] bad = Files.readAllBytes(snapshot);
        bad[bad.length / 2] ^= 1;
        Files.write(snapshot, bad);
        StateException.Corrupt refusal = assertThrows(StateException.Corrupt.class, () -> Runs.open(folder));
        StateException.Checksums checksums = refusal.checksums().orElseThrow();
        for (String part : List.of(
                snapshot.toString(),
                String.valueOf(bad.length / 2),
                checksums.expected(),
                checksums.found(),
                "state.json.previous",
                "event " + events.size(),
                "journal is whole")) {
            assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        }
        assertArrayEquals(bad, Files.readAllBytes(snapshot));
        assertEquals(events.size(), StateFolder.at(folder).loadPrevious().sequence());

        Files.move(snapshot, folder.resolve("state.json.damaged"));
        assertEquals(events.size() + 1, StateFolder.at(folder).load().sequence());
    }

    @Test
    void where_both_files_are_damaged_the_message_does_not_promise_a_way_back() throws IOException {
        byte[] bad = Files.readAllBytes(snapshot);
        bad[bad.length - 30] ^= 1;
        Files.write(snapshot, bad);
        byte[] lines = Files.readAllBytes(journal);
        lines[lines.length / 2] ^= 1;
        Files.write(journal, lines);
        StateException refusal = refused();
        assertTrue(refusal.getMessage().contains("backup"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("journal is whole"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("no earlier snapshot"), refusal.getMessage());
    }
}
