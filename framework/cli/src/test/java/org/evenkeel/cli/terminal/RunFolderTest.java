package org.evenkeel.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.cli.Cli;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run does with the folder that it is to write to. */
class RunFolderTest {
    private static final List<String> FILES =
            List.of("state.json", "journal.jsonl", "report.html", "equity.png", "pictures/weights.png");

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Cli.Ran backtest(String strategy, Path out, Object... more) {
        List<Object> all = new ArrayList<>(List.of("backtest", strategy, "--data", data, "--out", out));
        all.addAll(List.of(more));
        return Cli.run(all.toArray());
    }

    private Cli.Ran january(Path out, Object... more) {
        List<Object> all = new ArrayList<>(List.of("--from", "2021-01-01", "--to", "2021-02-01"));
        all.addAll(List.of(more));
        return backtest("WeeklyMomentum", out, all.toArray());
    }

    private Path run() {
        Path out = folder.resolve("run");
        assertEquals(0, january(out).code());
        assertEquals(0, Cli.run("report", out, "--png").code());
        return out;
    }

    private static List<byte[]> bytes(Path run) throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (String file : FILES) {
            bytes.add(Files.readAllBytes(run.resolve(file)));
        }
        return bytes;
    }

    private static void assertSame(List<byte[]> expected, Path run) throws IOException {
        for (int i = 0; i < FILES.size(); i++) {
            assertArrayEquals(expected.get(i), Files.readAllBytes(run.resolve(FILES.get(i))), FILES.get(i));
        }
    }

    /** As a live run is before its first decision, with money or without. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_run_that_was_never_valued_is_called_that_by_whoever_needs_its_worth(boolean paidIn) {
        Path out = folder.resolve("begun");
        Chain chain = new Chain("gamma", 7);
        Token usdc = new Token(chain, "0x01", "USDC", 6);
        RunInfo.Market market = new RunInfo.Market(List.of(), new LinkedHashMap<>(Map.of(chain, usdc)));
        RunInfo.Data none = new RunInfo.Data("fake", "nowhere", "none", true);
        try (StateStore store = StateStore.create(out, Durability.FAST)) {
            store.ledger()
                    .apply(new Event.LedgerOpened(
                            Instant.EPOCH, new RunInfo("Momentum", "test", new LinkedHashMap<>(), none, market)));
            if (paidIn) {
                store.ledger().apply(new Event.CashFlowed(Instant.EPOCH, Ledger.MAIN_BOOK, usdc, BigDecimal.TEN));
            }
            store.commit();
        }
        for (String command : List.of("report", "metrics")) {
            Cli.Ran ran = Cli.run(command, out);
            assertEquals(ExitCode.STATE, ran.code(), ran.err());
            assertEquals(
                    "evenkeel: " + out + " holds a run that was never valued: wait for its first decision.",
                    ran.err().strip());
        }
    }

    @Test
    void a_run_that_is_refused_touches_nothing_however_often_it_is_tried() throws IOException {
        Path out = run();
        List<byte[]> before = bytes(out);
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    ExitCode.DATA,
                    backtest("WeeklyMomentum", out, "--from", "2030-01-01").code());
            assertEquals(
                    ExitCode.DATA,
                    backtest("WeeklyMomentum", out, "--from", "2021-01-01", "--to", "2021-01-02")
                            .code());
            assertEquals(ExitCode.USAGE, january(out, "--set", "topCuont=1").code());
            assertEquals(ExitCode.USAGE, january(out, "--set", "allocation=7").code());
            assertEquals(ExitCode.USAGE, backtest("Nothing", out).code());
            assertSame(before, out);
        }
        assertFalse(Files.exists(out.resolve("replaced")));
    }

    @Test
    void earlier_runs_are_kept_whole_and_a_person_is_told_where() throws IOException {
        Path out = run();
        List<byte[]> first = bytes(out);
        Cli.Ran second = january(out, "--set", "topCount=2", "--no-report");
        assertTrue(second.err().contains("The run that was here is now in " + out.resolve("replaced/1")), second.err());
        assertFalse(
                Files.exists(out.resolve("report.html")), "the report of another run does not stay beside this one");
        assertTrue(january(out, "--set", "topCount=3")
                .err()
                .contains(out.resolve("replaced/2").toString()));
        assertSame(first, out.resolve("replaced/1"));
        assertEquals(0, Cli.run("replay", out.resolve("replaced/2"), "--verify").code());
    }

    @Test
    void a_folder_of_another_strategy_is_left_alone() throws IOException {
        Path out = run();
        List<byte[]> before = bytes(out);
        Cli.Ran ran = backtest("BuyAndHold", out);
        assertEquals(ExitCode.STATE, ran.code());
        assertTrue(ran.err().contains("WeeklyMomentum") && ran.err().contains("--out"), ran.err());
        assertSame(before, out);
    }

    @Test
    void a_file_is_no_folder_for_a_run() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        for (Path out : List.of(file, file.resolve("deeper"))) {
            Cli.Ran ran = january(out);
            assertEquals(ExitCode.USAGE, ran.code(), ran.err());
            assertTrue(ran.err().contains(file + " is a file"), ran.err());
        }
        assertEquals("mine", Files.readString(file));
    }

    /** No file system takes a name of three hundred letters, whoever asks. */
    @Test
    void a_folder_that_the_machine_does_not_let_be_made_is_a_fault_of_the_machine() {
        Path out = folder.resolve("x".repeat(300));
        Object[] swept = {"--grid", "topCount=2,3", "--data", data, "--to", "2021-06-01", "--out", out};
        List<Cli.Ran> all = List.of(
                january(out),
                Cli.run(Stream.concat(Stream.of("sweep", "WeeklyMomentum"), Stream.of(swept))
                        .toArray()),
                Cli.run(Stream.concat(Stream.of("walk-forward", "WeeklyMomentum"), Stream.of(swept))
                        .toArray()));
        for (Cli.Ran ran : all) {
            assertEquals(ExitCode.FAULT, ran.code(), ran.err());
            assertTrue(ran.err().contains(out.toString()), ran.err());
            assertFalse(ran.err().contains("Where it came from"), ran.err());
        }
    }

    @Test
    void a_file_is_no_folder_for_a_sweep_or_a_walk() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        for (String command : List.of("sweep", "walk-forward")) {
            Cli.Ran ran = Cli.run(command, "WeeklyMomentum", "--data", data, "--grid", "topCount=2,3", "--out", file);
            assertEquals(ExitCode.USAGE, ran.code(), ran.err());
            assertTrue(ran.err().contains(file + " is a file"), ran.err());
        }
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void a_data_set_is_no_folder_for_a_run() {
        Cli.Ran ran = january(data);
        assertEquals(ExitCode.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains("is a data set"), ran.err());
        assertFalse(Files.exists(data.resolve("state.json")));
    }
}
