package org.evenkeel.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateCommandsTest {
    @TempDir
    private static Path folder;

    private static Path run;

    @BeforeAll
    static void make_a_run() {
        SampleMarket.create(folder.resolve("data"), 7);
        run = backtest("one", "topCount=4");
    }

    private static Path backtest(String name, String set) {
        Path out = folder.resolve(name);
        Cli.Ran ran = Cli.run(
                "backtest",
                "WeeklyMomentum",
                "--data",
                folder.resolve("data"),
                "--from",
                "2021-01-01",
                "--to",
                "2021-04-01",
                "--set",
                set,
                "--out",
                out);
        assertEquals(0, ran.code(), ran.err());
        return out;
    }

    @Test
    void inspect_shows_holdings_trades_cycles_one_cycle_and_one_position() {
        assertTrue(Cli.run("inspect", run).out().contains("Reserve"));
        assertTrue(Cli.run("inspect", run, "--trades").out().contains("rebalanced in cycle 1"));
        assertTrue(Cli.run("inspect", run, "--cycles").out().contains("2021-01-04"));
        assertTrue(Cli.run("inspect", run, "--cycle", 1).out().contains("Explanation"));
        assertTrue(Cli.run("inspect", run, "--position", 1).out().contains("BUY"));
    }

    @Test
    void inspect_names_how_many_cycles_there_are_when_asked_for_another() {
        Cli.Ran ran = Cli.run("inspect", run, "--cycle", 99);
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("13"), ran.err());
        assertEquals("", ran.out(), "nothing is printed before an error");
    }

    @Test
    void inspect_of_a_folder_without_a_run_says_what_it_wants() {
        Cli.Ran ran = Cli.run("inspect", folder.resolve("data"));
        assertEquals(ExitCode.STATE, ran.code());
        assertTrue(ran.err().contains("state.json"), ran.err());
    }

    @Test
    void replay_until_a_cycle_shows_the_state_as_of_then() {
        Cli.Ran ran = Cli.run("replay", run, "--until", "2021-01-04");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("as of 2021-01-04T00:00:00Z"), ran.out());
    }

    @Test
    void replay_before_the_run_began_is_refused() {
        Cli.Ran ran = Cli.run("replay", run, "--until", "2020-01-01");
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("begins at"), ran.err());
    }

    @Test
    void every_decision_made_again_comes_out_as_recorded() {
        Cli.Ran ran = Cli.run("replay", run, "--verify");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("13 decisions"), ran.out());
    }

    @Test
    void a_decision_that_comes_out_differently_is_named_with_its_first_field() {
        SampleMarket.create(folder.resolve("other"), 8);
        Cli.Ran ran = Cli.run("replay", run, "--verify", "--data", folder.resolve("other"));
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("cycle 1 at 2021-01-04T00:00:00Z, inputs.prices[0]: recorded"), ran.err());
        assertTrue(ran.err().contains("fingerprint"), ran.err());
    }

    @Test
    void a_damaged_state_is_a_state_error_that_names_the_file() throws IOException {
        Path damaged = backtest("damaged", "topCount=4");
        byte[] bytes = Files.readAllBytes(damaged.resolve("state.json"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged.resolve("state.json"), bytes);
        Cli.Ran ran = Cli.run("inspect", damaged);
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("state.json"), ran.err());
    }

    @Test
    void the_report_is_written_again_with_and_without_candles() throws IOException {
        Path report = run.resolve("report.html");
        byte[] before = Files.readAllBytes(report);
        assertEquals(0, Cli.run("report", run).code());
        assertEquals(before.length, Files.readAllBytes(report).length);
        assertEquals(0, Cli.run("report", run, "--no-candles").code());
        assertTrue(Files.size(report) < before.length);
    }

    @Test
    void the_report_brings_a_picture_of_the_equity_if_asked() throws IOException {
        assertEquals(0, Cli.run("report", run, "--no-candles", "--png").code());
        assertEquals(1200, ImageIO.read(run.resolve("equity.png").toFile()).getWidth());
    }
}
