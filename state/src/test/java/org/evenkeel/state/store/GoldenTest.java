package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.Scenario;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that every version wrote once load for ever. */
class GoldenTest {
    @TempDir
    private Path folder;

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.CURRENT);
    }

    private Path golden(int version) throws IOException {
        for (String file : List.of(StateFolder.SNAPSHOT, StateFolder.JOURNAL)) {
            Files.copy(resource(version, file), folder.resolve(file));
        }
        return folder;
    }

    private static Path resource(int version, String file) {
        String name = "/golden/v" + version + "/" + file;
        try {
            return Path.of(Objects.requireNonNull(GoldenTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(name, e);
        }
    }

    private static void assertAmount(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), actual::toPlainString);
    }

    @ParameterizedTest(name = "version {0}")
    @MethodSource("versions")
    void the_state_of_an_earlier_version_loads(int version) throws IOException {
        Ledger ledger = StateFolder.at(golden(version)).load();
        assertEquals(26, ledger.sequence());
        assertEquals("Momentum", ledger.info().strategy());
        assertEquals(
                TestMarket.MALICIOUS.symbol(),
                ledger.info().market().pairs().get(4).base().symbol());
        // 10000 − 4000 − 1000.5 − 1.25 − 200 + 1554.66 − 0.5 + 2422.71 − 250.25
        assertAmount("8524.87", ledger.book("main").reserve(TestMarket.USDC));
        assertAmount("199.39", ledger.book("main").reserve(TestMarket.USDT));
        Position uni = ledger.book("main").findPosition(TestMarket.UNI_WETH).orElseThrow();
        assertAmount("40.123456789012345678", uni.quantity());
        assertAmount("1001.75", uni.holding().cost());
        // 1554.66 − 0.5 + 2422.71 − 4000
        Position weth = ledger.book("main").closedPositions().getFirst();
        assertAmount("-23.13", weth.totals().realised());
        assertEquals(TradeStatus.FAILED, ledger.trade(4).status());
        assertEquals(3, ledger.book("main").openCycle().orElseThrow().number());
        assertTrue(Double.isNaN(ledger.book("main")
                .cycles()
                .getFirst()
                .decision()
                .notes()
                .plots()
                .get("nothing")));
    }

    @ParameterizedTest(name = "version {0}")
    @MethodSource("versions")
    void the_journal_of_an_earlier_version_folds_to_the_same_state(int version) throws IOException {
        List<Event> events = new ArrayList<>();
        StateFolder.at(golden(version)).forEachEvent(events::add);
        assertEquals(Scenario.events(), events);
        assertEquals(
                StateFolder.at(folder).load().snapshot(),
                Runs.fold(Scenario.events(), Scenario.events().size()));
    }

    @ParameterizedTest(name = "version {0}")
    @MethodSource("versions")
    void a_run_goes_on_where_an_earlier_version_left_it(int version) throws IOException {
        try (StateStore store = Runs.open(golden(version))) {
            store.ledger().apply(new Event.Valued(Scenario.WEEK_3, "second", 1, 1));
            store.writeSnapshot();
        }
        assertEquals(27, StateFolder.at(folder).load().sequence());
    }

    @Test
    void this_version_writes_what_its_golden_files_hold() throws IOException {
        Path now = folder.resolve("now");
        Scenario.main(new String[] {now.toString()});
        for (String file : List.of(StateFolder.SNAPSHOT, StateFolder.JOURNAL)) {
            assertArrayEquals(
                    Files.readAllBytes(resource(Schema.CURRENT, file)), Files.readAllBytes(now.resolve(file)), file);
        }
    }
}
