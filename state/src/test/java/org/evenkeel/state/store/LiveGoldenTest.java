package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.LiveScenario;
import org.evenkeel.state.Scenario;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only runs record that are made as time goes by: fields that a backtest's files have not. */
class LiveGoldenTest {
    @TempDir
    private Path folder;

    private static Path golden(String file) {
        String name = "/golden/v1-live/" + file;
        try {
            return Path.of(Objects.requireNonNull(LiveGoldenTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(name, e);
        }
    }

    private StateFolder copied() throws IOException {
        for (String file : List.of(StateFolder.SNAPSHOT, StateFolder.JOURNAL)) {
            Files.copy(golden(file), folder.resolve(file));
        }
        return StateFolder.at(folder);
    }

    @Test
    void the_files_of_a_live_run_load_and_fold_to_the_same_state() throws IOException {
        StateFolder there = copied();
        List<Event> events = new ArrayList<>();
        there.forEachEvent(events::add);
        assertEquals(LiveScenario.events(), events);
        Ledger ledger = there.load();
        assertEquals(Runs.fold(events, events.size()), ledger.snapshot());
        assertTrue(ledger.info().isLive() && ledger.info().live().orElseThrow().executed());
        Trade bought = ledger.trade(1);
        assertEquals(
                List.of("approve", "swap"),
                bought.trail().transactions().stream()
                        .map(Trail.Transaction::step)
                        .toList());
        assertEquals(1, ledger.trade(2).trail().reasons().size());
    }

    @Test
    void this_version_writes_what_its_golden_files_hold() throws IOException {
        Path now = folder.resolve("now");
        LiveScenario.write(now);
        for (String file : List.of(StateFolder.SNAPSHOT, StateFolder.JOURNAL)) {
            assertArrayEquals(Files.readAllBytes(golden(file)), Files.readAllBytes(now.resolve(file)), file);
        }
    }

    @Test
    void a_backtest_records_none_of_it() throws IOException {
        Path now = folder.resolve("now");
        Scenario.main(new String[] {now.toString()});
        for (String field : List.of("\"quoted\"", "\"transactions\"", "\"reasons\"", "\"live\":", "runStarted")) {
            assertFalse(Files.readString(now.resolve(StateFolder.JOURNAL)).contains(field), field);
            assertFalse(Files.readString(now.resolve(StateFolder.SNAPSHOT)).contains(field), field);
        }
    }
}
