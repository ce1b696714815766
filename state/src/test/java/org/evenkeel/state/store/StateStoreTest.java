package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateStoreTest {
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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void folding_the_journal_gives_the_snapshot_byte_for_byte(long seed) throws IOException {
        Runs.write(folder, seed, 200);
        byte[] snapshot = Files.readAllBytes(folder.resolve(StateFolder.SNAPSHOT));
        Files.delete(folder.resolve(StateFolder.SNAPSHOT));
        try (StateStore store = Runs.open(folder)) {
            store.writeSnapshot();
        }
        assertArrayEquals(snapshot, Files.readAllBytes(folder.resolve(StateFolder.SNAPSHOT)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void a_run_that_is_closed_and_opened_again_and_again_equals_one_that_never_was(long seed) throws IOException {
        List<Event> events = RandomRun.events(seed, 60);
        Path once = temporary.resolve("once");
        Runs.write(once, seed, 60);
        StateStore.create(folder, Durability.FAST).close();
        for (int i = 0; i < events.size(); i++) {
            try (StateStore store = i == 0 ? StateStore.create(folder, Durability.FAST) : Runs.open(folder)) {
                store.ledger().apply(events.get(i));
                if ((seed + i) % 3 == 0 || i == events.size() - 1) {
                    store.writeSnapshot();
                }
            }
        }
        for (String file : List.of(StateFolder.SNAPSHOT, StateFolder.JOURNAL)) {
            assertArrayEquals(Files.readAllBytes(once.resolve(file)), Files.readAllBytes(folder.resolve(file)), file);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void two_runs_of_one_seed_write_the_same_bytes(long seed) throws IOException {
        Path second = temporary.resolve("second");
        Runs.write(folder, seed, 100);
        Runs.write(second, seed, 100);
        for (String file : List.of(StateFolder.SNAPSHOT, StateFolder.JOURNAL)) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
        }
    }

    @ParameterizedTest
    @EnumSource(Durability.class)
    void what_was_committed_is_there_when_the_store_is_opened_again(Durability durability) {
        List<Event> events = RandomRun.events(9, 80);
        try (StateStore store = StateStore.create(folder, durability)) {
            events.subList(0, 50).forEach(store.ledger()::apply);
            store.writeSnapshot();
            events.subList(50, 80).forEach(store.ledger()::apply);
            store.commit();
        }
        try (StateStore store = StateStore.open(folder, "Momentum", durability)) {
            assertEquals(Runs.fold(events, 80), store.ledger().snapshot());
            assertTrue(store.notices().isEmpty());
            events.subList(80, events.size()).forEach(store.ledger()::apply);
        }
        assertEquals(
                Runs.fold(events, events.size()), StateFolder.at(folder).load().snapshot());
    }

    @Test
    void the_journal_goes_on_where_it_ended_and_an_empty_commit_changes_nothing() throws IOException {
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            store.ledger().apply(new Event.LedgerOpened(NOW, TestMarket.info()));
            store.ledger().apply(deposit("1"));
            assertEquals(0, Files.size(folder.resolve(StateFolder.JOURNAL)));
            store.commit();
            long size = Files.size(folder.resolve(StateFolder.JOURNAL));
            store.commit();
            assertEquals(size, Files.size(folder.resolve(StateFolder.JOURNAL)));
            assertFalse(Files.exists(folder.resolve(StateFolder.SNAPSHOT)));
        }
        assertEquals(2, Files.readAllLines(folder.resolve(StateFolder.JOURNAL)).size());
    }

    @Test
    void the_snapshot_before_the_last_is_kept_to_be_read() {
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            store.ledger().apply(new Event.LedgerOpened(NOW, TestMarket.info()));
            store.ledger().apply(deposit("1"));
            store.writeSnapshot();
            StateFolder files = store.folder();
            assertThrows(StateException.Missing.class, files::loadPrevious);
            store.ledger().apply(deposit("2"));
            store.writeSnapshot();
            store.writeSnapshot();
        }
        Ledger previous = StateFolder.at(folder).loadPrevious();
        assertEquals(2, previous.sequence());
        assertEquals(0, BigDecimal.ONE.compareTo(previous.book("main").reserve(TestMarket.USDC)));
        try (StateStore store = Runs.open(folder)) {
            store.writeSnapshot();
        }
        assertEquals(2, StateFolder.at(folder).loadPrevious().sequence());
    }

    @Test
    void a_run_can_be_read_while_it_goes_on() {
        List<Event> events = RandomRun.events(4, 60);
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            for (int i = 0; i < events.size(); i++) {
                store.ledger().apply(events.get(i));
                store.commit();
                if (i % 10 == 0) {
                    store.writeSnapshot();
                }
                assertEquals(i + 1, StateFolder.at(folder).load().sequence());
            }
        }
    }

    @Test
    void a_closed_store_takes_nothing_more() {
        StateStore store = StateStore.create(folder, Durability.FAST);
        store.ledger().apply(new Event.LedgerOpened(NOW, TestMarket.info()));
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, store::commit);
        assertThrows(IllegalStateException.class, store::writeSnapshot);
        assertThrows(IllegalStateException.class, () -> store.ledger().apply(deposit("1")));
        assertEquals(1, StateFolder.at(folder).load().sequence());
    }

    @Test
    void an_event_that_cannot_be_written_ends_the_store_and_leaves_what_was_there() {
        List<Event> kept = new ArrayList<>();
        StateStore store = StateStore.create(folder, Durability.FAST);
        store.ledger().apply(new Event.LedgerOpened(NOW, TestMarket.info()));
        store.ledger().apply(deposit("1"));
        store.commit();
        Event unwritable =
                new Event.CashFlowed(Instant.parse("+10000-01-01T00:00:00Z"), "main", TestMarket.USDC, BigDecimal.ONE);
        assertThrows(IllegalArgumentException.class, () -> store.ledger().apply(unwritable));
        assertThrows(StateException.Conflict.class, store::commit);
        assertThrows(StateException.Conflict.class, store::writeSnapshot);
        store.close();
        StateFolder.at(folder).forEachEvent(kept::add);
        assertEquals(2, kept.size());
    }

    @Test
    void an_empty_ledger_has_no_snapshot() {
        try (StateStore store = StateStore.create(folder, Durability.FAST)) {
            assertThrows(IllegalStateException.class, store::writeSnapshot);
        }
        // Nothing was begun, so that it can still be begun.
        StateStore.create(folder, Durability.FAST).close();
        assertThrows(StateException.Missing.class, () -> Runs.open(folder));
    }
}
