package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.LedgerSnapshot;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotRoundTripTest {
    private static final Path FILE = Path.of("state.json");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void what_was_saved_is_loaded_and_saved_again_alike(long seed) {
        Ledger ledger = new Ledger();
        RandomRun.events(seed, 300).forEach(ledger::apply);
        JournalPosition position = new JournalPosition(ledger.sequence(), 4711, Sha256.NONE);
        byte[] saved = joined(ledger.snapshot(), position);

        SnapshotFile.Content loaded = SnapshotFile.decode(FILE, saved);

        assertEquals(ledger.snapshot(), loaded.ledger());
        assertEquals(position, loaded.position());
        LedgerSnapshot restored = Ledger.restored(loaded.ledger(), event -> {}).snapshot();
        assertEquals(ledger.snapshot(), restored);
        assertArrayEquals(saved, joined(restored, position));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void a_ledger_restored_anywhere_folds_on_as_if_it_had_never_been_saved(long seed) {
        List<Event> events = RandomRun.events(seed, 200);
        int cut = 1 + (int) (seed * 37 % (events.size() - 1));
        Ledger whole = new Ledger();
        events.forEach(whole::apply);
        Ledger first = new Ledger();
        events.subList(0, cut).forEach(first::apply);

        byte[] saved = joined(first.snapshot(), JournalPosition.START);
        Ledger second = Ledger.restored(SnapshotFile.decode(FILE, saved).ledger(), event -> {});
        events.subList(cut, events.size()).forEach(second::apply);

        assertEquals(whole.snapshot(), second.snapshot());
    }

    private static byte[] joined(LedgerSnapshot ledger, JournalPosition position) {
        return StateJson.joined(SnapshotFile.encode(ledger, position));
    }
}
