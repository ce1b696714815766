package org.evenkeel.state.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.Scenario;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    @TempDir
    private Path folder;

    private StateFolder write(List<Event> events) {
        try (StateStore store = StateStore.create(folder.resolve("run"), Durability.FAST)) {
            events.forEach(store.ledger()::apply);
            return store.folder();
        }
    }

    @Test
    void in_the_middle_of_a_cycle_there_is_what_had_happened_until_then_and_no_later_trade() {
        StateFolder run = write(Scenario.events());
        // The second trade was filled a minute and a half after the decision.
        Portfolio before = Replay.until(run, Scenario.WEEK_1.plusSeconds(89)).book("main");
        assertEquals(1, before.openCycle().orElseThrow().number());
        assertEquals(1, before.positions().size());
        assertEquals(1, before.openTrades().size());
        Portfolio after = Replay.until(run, Scenario.WEEK_1.plusSeconds(91)).book("main");
        assertEquals(2, after.positions().size());
        assertTrue(after.openTrades().isEmpty());
        assertTrue(after.openCycle().isPresent());
        assertEquals(
                1,
                Replay.until(run, Scenario.WEEK_1.plusSeconds(120))
                        .book("main")
                        .cycles()
                        .size());
    }

    @Test
    void between_cycles_there_is_what_happened_until_then() {
        StateFolder run = write(Scenario.events());
        Portfolio inTransit =
                Replay.until(run, Scenario.WEEK_1.plusSeconds(200)).book("main");
        assertEquals(1, inTransit.inFlight().size());
        Portfolio before = Replay.until(run, Scenario.STOPPED.minusNanos(1)).book("main");
        assertEquals(2, before.cycles().size());
        assertEquals(4, before.trades().size());
        assertEquals(
                5, Replay.until(run, Scenario.STOPPED).book("main").trades().size());
    }

    @Test
    void as_of_the_end_it_is_the_state() {
        StateFolder run = write(Scenario.events());
        Ledger last = Replay.until(run, Instant.parse("2100-01-01T00:00:00Z"));
        assertEquals(run.load().snapshot(), last.snapshot());
        assertEquals(3, last.book("main").openCycle().orElseThrow().number());
    }

    @Test
    void before_the_first_event_there_is_nothing() {
        StateFolder run = write(Scenario.events());
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Replay.until(run, Scenario.WEEK_1.minusSeconds(1)))
                .getMessage();
        assertTrue(message.contains("2021-06-07"), message);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void as_of_any_instant_it_is_the_fold_of_what_had_happened_by_then(long seed) {
        List<Event> events = RandomRun.events(seed, 80);
        StateFolder run = write(events);
        Ledger ledger = new Ledger();
        for (int i = 0; i < events.size(); i++) {
            ledger.apply(events.get(i));
            boolean later = i + 1 == events.size()
                    || events.get(i + 1).at().isAfter(events.get(i).at());
            if (later) {
                assertEquals(
                        ledger.snapshot(), Replay.until(run, events.get(i).at()).snapshot());
            }
        }
    }

    @Test
    void a_walk_shows_every_event_with_the_ledger_before_it() {
        List<Event> events = RandomRun.events(5, 60);
        StateFolder run = write(events);
        List<Event> seen = new ArrayList<>();
        Ledger end = Replay.walk(run, (before, event) -> {
            assertEquals(seen.size(), before.sequence());
            if (event instanceof Event.Decided decided) {
                assertTrue(before.book(decided.book()).openCycle().isEmpty());
            }
            seen.add(event);
        });
        assertEquals(events, seen);
        assertEquals(run.load().snapshot(), end.snapshot());
    }
}
