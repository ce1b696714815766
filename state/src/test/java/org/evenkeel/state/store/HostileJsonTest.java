package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.RandomRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files whose checksums are right and whose content is not what a store writes. */
class HostileJsonTest {
    private static final Path FILE = Path.of("state.json");
    private static final String GOOD = good();

    private static String good() {
        Ledger ledger = new Ledger();
        RandomRun.events(2, 120).forEach(ledger::apply);
        return new String(StateJson.of(ledger.snapshot()), StandardCharsets.UTF_8);
    }

    private static StateException refused(String json) {
        byte[] bytes = Signed.snapshot(json).getBytes(StandardCharsets.UTF_8);
        return assertThrows(StateException.class, () -> SnapshotFile.decode(FILE, bytes));
    }

    static Stream<Arguments> attacks() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        return Stream.of(
                change("an unknown field", "\"strategy\": ", "\"surprise\": 1, \"strategy\": "),
                change("a field by another name", "\"strategy\"", "\"Strategy\""),
                change("a missing field", "\"netDeposits\": ", "\"pendingFlow\": 0.0, \"x\": "),
                change("a doubled field", "\"source\": ", "\"source\": \"x\", \"source\": "),
                change("a number without end", "\"pendingFlow\": ", "\"pendingFlow\": 1e999999999, \"x\": "),
                change(
                        "a number of a million digits",
                        "\"pendingFlow\": ",
                        "\"pendingFlow\": " + "9".repeat(1_000_000)),
                change(
                        "a fraction of a million digits",
                        "\"pendingFlow\": ",
                        "\"pendingFlow\": 0." + "9".repeat(1_000_000)),
                change("a decimal with an exponent", "\"netDeposits\": \"", "\"netDeposits\": \"1e999999999"),
                change(
                        "a decimal of a million digits",
                        "\"netDeposits\": \"",
                        "\"netDeposits\": \"" + "9".repeat(1_000_000)),
                change("a decimal that is a number", "\"netDeposits\": ", "\"netDeposits\": 1, \"x\": "),
                change("a decimal that is none", "\"netDeposits\": \"", "\"netDeposits\": \"1-.2"),
                change("an empty decimal", "\"netDeposits\": ", "\"netDeposits\": \"\", \"x\": "),
                change("a number too large for a long", "\"chainId\":1", "\"chainId\":99999999999999999999"),
                change("a number too large for an int", "\"decimals\":6", "\"decimals\":9999999999"),
                change("decimals that no token has", "\"decimals\":6", "\"decimals\":99"),
                change("a depth without end", "\"books\": [", "\"books\": " + deep + ", \"x\": ["),
                change(
                        "a name of a million characters",
                        "\"strategy\": ",
                        "\"" + "n".repeat(1_000_000) + "\": 1, \"strategy\": "),
                change("an unknown pair", "{\"id\":1,\"pair\":", "{\"id\":1,\"pair\":4"),
                change("an unknown side", "\"side\":\"BUY\"", "\"side\":\"STEAL\""),
                change("an unknown size", "\"type\":\"spend\"", "\"type\":\"give\""),
                change("a token by another key", "\"key\":\"ethereum/USDC\"", "\"key\":\"ethereum/usdc\""),
                change("a reserve of a strange token", "\"reserves\": {\"", "\"reserves\": {\"x"),
                change("a time that is none", "\"plannedAt\":\"20", "\"plannedAt\":\"2O"),
                change("a status that has no end", "\"status\":\"FILLED\"", "\"status\":\"PLANNED\""),
                change("a flag that is a text", "\"synthetic\":true", "\"synthetic\":\"true\""),
                change("a bare NaN", "\"pendingFlow\": ", "\"pendingFlow\": NaN, \"x\": "),
                change("another text for a number", "\"pendingFlow\": ", "\"pendingFlow\": \"many\", \"x\": "),
                change("a fee that no pair has", "\"feeBps\":30.0", "\"feeBps\":30000.0"),
                change("a version before the first", "\"schemaVersion\": 1", "\"schemaVersion\": 0"),
                change("a checksum that is a number", "\"checksum\": ", "\"checksum\": 0, \"x\": "));
    }

    private static Arguments change(String name, String from, String to) {
        return Arguments.of(name, from, to);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void what_a_store_never_writes_is_refused_with_its_place(String name, String from, String to) {
        int at = GOOD.indexOf(from);
        assertTrue(at >= 0, from);
        StateException.Corrupt refusal =
                (StateException.Corrupt) refused(GOOD.substring(0, at) + to + GOOD.substring(at + from.length()));
        assertTrue(refusal.offset() >= 0 && refusal.offset() <= GOOD.length() + to.length(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("state.json"), refusal.getMessage());
        assertTrue(refusal.getMessage().length() < 20_000, "a message for people");
    }

    @Test
    void nothing_may_follow_after_the_end() {
        refused(GOOD + "{}");
        refused(GOOD.substring(0, GOOD.length() - 2));
    }

    @Test
    void what_is_no_state_at_all_is_refused() {
        for (String text :
                new String[] {"", "{", "null", "[]", "{}", "hello", "\u0000\u0000", "{\"schemaVersion\": 1}"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThrows(StateException.Corrupt.class, () -> SnapshotFile.decode(FILE, bytes), text);
        }
    }

    @Test
    void a_snapshot_of_a_later_version_is_said_to_be_one() {
        StateException later = refused(GOOD.replaceFirst("\"schemaVersion\": 1", "\"schemaVersion\": 2"));
        assertTrue(later instanceof StateException.LaterVersion, later.getMessage());
        assertTrue(later.getMessage().contains("2") && later.getMessage().contains("later release"));
    }

    @Test
    void a_journal_with_right_hashes_and_wrong_events_is_refused(@TempDir Path folder) throws IOException {
        Runs.write(folder, 5, 30);
        Path journal = folder.resolve(StateFolder.JOURNAL);
        Files.delete(folder.resolve(StateFolder.SNAPSHOT));
        String good = Files.readString(journal);
        assertEquals(good, Signed.journal(good));

        Files.writeString(journal, Signed.journal(good.replaceFirst("\"amount\":\"", "\"amount\":\"-")));
        StateException.Corrupt contradiction = assertThrows(
                StateException.Corrupt.class, () -> StateFolder.at(folder).load());
        assertTrue(contradiction.getMessage().contains("contradicts itself in line 2"), contradiction.getMessage());

        Files.writeString(journal, Signed.journal(good.replaceFirst("\"type\":\"cashFlowed\"", "\"type\":\"gift\"")));
        StateException.Corrupt unknown = assertThrows(
                StateException.Corrupt.class, () -> StateFolder.at(folder).load());
        assertTrue(unknown.getMessage().contains("gift"), unknown.getMessage());
        assertTrue(unknown.offset() > good.indexOf('\n'), unknown.getMessage());

        Files.writeString(journal, Signed.journal(good.replace("{\"v\":1", "{\"v\":2")));
        assertThrows(
                StateException.LaterVersion.class, () -> StateFolder.at(folder).load());
    }
}
