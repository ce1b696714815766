package org.evenkeel.cli.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.state.store.StateFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies in a file of the user's own. */
class OwnSourceTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Path source(String constructor) throws IOException {
        return Files.writeString(folder.resolve("Mine.java"), """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public class Mine implements Strategy {
                    public Mine(Parameters set) {
                        CONSTRUCTOR
                    }

                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select("WETH-USDC").build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        return List.of();
                    }
                }
                """.replace("CONSTRUCTOR", constructor));
    }

    private Cli.Ran backtest(Object source, Object... more) {
        Object[] first = {
            "backtest", source, "--data", data, "--from", "2021-01-01", "--to", "2021-02-01", "--out", run(),
        };
        Object[] all = new Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Cli.run(all);
    }

    private Path run() {
        return folder.resolve("run");
    }

    private void assertOneLine(Cli.Ran ran, int code, String words) {
        assertEquals(code, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertFalse(Files.exists(run()));
    }

    @Test
    void where_memory_runs_out_it_is_told_how_to_give_more() throws IOException {
        Path source = source("");
        String universe = "return market.select(\"WETH-USDC\").build();";
        Files.writeString(
                source, Files.readString(source).replace(universe, "throw new OutOfMemoryError(\"Java heap space\");"));
        assertOneLine(backtest(source), ExitCode.FAULT, "EVENKEEL_JAVA_OPTS=-Xmx");
    }

    @Test
    void a_parameter_that_the_constructor_refuses_is_a_usage_error_of_one_line() throws IOException {
        Path source = source(
                "if (set.integer(\"days\", 3) < 1) throw new IllegalArgumentException(\"days must be above 0\");");
        assertOneLine(backtest(source, "--set", "days=0"), ExitCode.USAGE, "days must be above 0");
        assertEquals(0, backtest(source, "--no-report").code());
    }

    @Test
    void a_constructor_that_fails_is_the_strategys_fault_and_shows_the_users_lines_alone() throws IOException {
        Path source = source("List.of(1).add(2);");
        Cli.Ran ran = backtest(source);
        assertEquals(ExitCode.STRATEGY, ran.code(), ran.err());
        assertTrue(ran.err().contains("Mine failed in its constructor: java.lang.UnsupportedOperationException"));
        assertTrue(ran.err().contains("Mine.java:8"), ran.err());
        assertEquals(2, ran.err().lines().count(), ran.err());
    }

    @Test
    void a_count_below_one_is_a_usage_error_of_one_line() {
        assertOneLine(backtest("WeeklyMomentum", "--set", "topCount=-1"), ExitCode.USAGE, "topCount=-1");
    }

    @Test
    void a_pair_that_the_data_has_not_is_a_usage_error_of_one_line() {
        assertOneLine(
                backtest("WeeklyMomentum", "--set", "pairs=WETH-USDC,FOO-WETH"),
                ExitCode.USAGE,
                "no pair 'FOO-WETH' in");
    }

    @Test
    void the_run_records_whole_paths_so_that_it_can_be_made_again_from_any_folder() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path source = here.relativize(source(""));
        Cli.Ran ran = Cli.run(
                "backtest",
                source,
                "--data",
                here.relativize(data.toAbsolutePath()),
                "--to",
                "2021-01-01",
                "--out",
                run());
        assertEquals(0, ran.code(), ran.err());
        var info = StateFolder.at(run()).load().info();
        assertEquals(folder.resolve("Mine.java").toAbsolutePath().toString(), info.source());
        assertEquals(data.toAbsolutePath().toString(), info.data().location());
    }

    @Test
    void a_source_that_is_gone_is_asked_for() throws IOException {
        Path source = source("");
        assertEquals(0, backtest(source, "--no-report").code());
        Files.move(source, folder.resolve("Moved.txt"));
        Cli.Ran report = Cli.run("report", run());
        assertEquals(ExitCode.USAGE, report.code(), report.err());
        assertTrue(report.err().contains("--strategy") && report.err().contains("--no-candles"), report.err());
        Cli.Ran verify = Cli.run("replay", run(), "--verify");
        assertEquals(ExitCode.USAGE, verify.code(), verify.err());
        assertTrue(verify.err().contains("--strategy") && !verify.err().contains("--no-candles"), verify.err());
        assertEquals(0, Cli.run("report", run(), "--no-candles").code());
        Cli.Ran gone = Cli.run("report", run(), "--strategy", source(""), "--data", folder.resolve("nowhere"));
        assertEquals(ExitCode.DATA, gone.code(), gone.err());
        assertTrue(gone.err().contains("--data") && gone.err().contains("--no-candles"), gone.err());
    }
}
