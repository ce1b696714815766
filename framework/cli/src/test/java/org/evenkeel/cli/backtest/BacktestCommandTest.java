package org.evenkeel.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BacktestCommandTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path out;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Cli.Ran backtest(Object... more) {
        Object[] all = new Object[more.length + 8];
        Object[] first = {
            "backtest", "WeeklyMomentum", "--data", data, "--from", "2021-01-01", "--to", "2021-07-01",
        };
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Cli.run(all);
    }

    @Test
    void a_run_writes_its_state_journal_and_report_and_prints_a_table() {
        Cli.Ran ran = backtest("--out", out);
        assertEquals(0, ran.code(), ran.err());
        assertTrue(Files.exists(out.resolve("state.json")));
        assertTrue(Files.exists(out.resolve("journal.jsonl")));
        assertTrue(Files.exists(out.resolve("report.html")));
        assertTrue(ran.out().contains("Final equity"), ran.out());
        assertTrue(ran.out().contains("synthetic"), ran.out());
        assertEquals(
                "Simulated 26/26 cycles, up to 2021-07-01.", ran.err().strip(), "one line where nobody watches a bar");
    }

    @Test
    void with_json_standard_output_is_one_object_with_everything_a_script_needs() {
        Cli.Ran ran = backtest("--out", out, "--json", "--set", "topCount=3");
        assertEquals(0, ran.code(), ran.err());
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertEquals("WeeklyMomentum", json.get("strategy").stringValue());
        assertEquals("3", json.get("parameters").get("topCount").stringValue());
        assertEquals("2021-01-01T00:00:00Z", json.get("from").stringValue());
        assertEquals(26, json.get("cycles").intValue());
        assertEquals(10_000, json.get("initialEquity").doubleValue());
        assertTrue(json.get("synthetic").booleanValue());
        assertTrue(json.get("dataFingerprint").stringValue().startsWith("sha256:"));
        assertTrue(json.get("trades").intValue() > 0);
        double total = json.get("finalEquity").doubleValue() / 10_000 - 1;
        assertEquals(total, json.get("metrics").get("totalReturn").doubleValue(), 1e-12);
        for (String key : new String[] {"cagr", "volatility", "sharpe", "sortino", "calmar", "maxDrawdown"}) {
            assertTrue(json.get("metrics").has(key), key);
        }
        for (String file : new String[] {"state", "journal", "report"}) {
            assertTrue(Files.exists(Path.of(json.get("files").get(file).stringValue())), file);
        }
    }

    @Test
    void the_same_run_writes_the_same_bytes(@TempDir Path again) throws IOException {
        backtest("--out", out);
        backtest("--out", again);
        for (String file : new String[] {"state.json", "journal.jsonl", "report.html"}) {
            assertArrayEquals(Files.readAllBytes(out.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_nearest_known_one() {
        Cli.Ran ran = backtest("--out", out, "--set", "topCuont=3");
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("'topCuont'") && ran.err().contains("'topCount'"), ran.err());
        assertFalse(Files.exists(out.resolve("state.json")));
    }

    @Test
    void a_missing_data_folder_is_a_data_error() {
        Cli.Ran ran = Cli.run("backtest", "WeeklyMomentum", "--data", data.resolve("nowhere"), "--out", out);
        assertEquals(ExitCode.DATA, ran.code());
        assertTrue(ran.err().contains("nowhere"), ran.err());
    }

    @Test
    void a_strategy_that_throws_ends_with_its_own_line_and_keeps_what_was_done() throws IOException {
        Path source = write("Faulty.java", """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public class Faulty implements Strategy {
                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select("WETH-USDC").build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        if (input.cycle() == 3) {
                            throw new IllegalStateException("no idea");
                        }
                        return input.positionManager().orderTargetPercent(input.universe().pair("WETH-USDC"), 0.5).trades();
                    }
                }
                """);
        Cli.Ran ran = Cli.run("backtest", source, "--data", data, "--out", out);
        assertEquals(ExitCode.STRATEGY, ran.code(), ran.err());
        assertTrue(ran.err().contains("no idea") && ran.err().contains("cycle 3"), ran.err());
        assertTrue(ran.err().contains("Faulty.java:13"), ran.err());
        Cli.Ran inspected = Cli.run("inspect", out, "--cycles");
        assertEquals(0, inspected.code(), inspected.err());
        assertTrue(inspected.out().contains("2020-11-09"), inspected.out());
    }

    @Test
    void a_source_that_does_not_compile_names_the_line() throws IOException {
        Path source = write("Broken.java", "public class Broken {\n    int x = \"text\";\n}\n");
        Cli.Ran ran = Cli.run("backtest", source, "--data", data, "--out", out);
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("line 2"), ran.err());
    }

    @Test
    void every_built_in_strategy_runs(@TempDir Path other) {
        for (String name : new String[] {"BuyAndHold", "EqualWeightRebalance", "DollarCostAveraging"}) {
            Cli.Ran ran = Cli.run("backtest", name, "--data", data, "--out", other.resolve(name), "--json");
            assertEquals(0, ran.code(), ran.err());
            assertTrue(new ObjectMapper().readTree(ran.out()).get("trades").intValue() > 0, name);
        }
    }

    private Path write(String name, String source) throws IOException {
        return Files.writeString(out.resolve(name), source);
    }
}
