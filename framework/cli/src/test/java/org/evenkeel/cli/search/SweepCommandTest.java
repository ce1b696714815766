package org.evenkeel.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps from the command line, on the sample market. */
class SweepCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Cli.Ran sweep(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("sweep"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--data", data, "--to", "2021-04-01"));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", folder.resolve("sweep")));
        }
        return Cli.run(all.toArray());
    }

    private static JsonNode json(Cli.Ran ran) {
        assertEquals(0, ran.code(), ran.err());
        return JSON.readTree(ran.out());
    }

    @Test
    void the_page_tells_the_fills_of_each_run_where_they_are_swept() throws IOException {
        Cli.Ran ran = sweep("WeeklyMomentum", "--grid", "fill=open,close", "--permutations", "0");
        assertEquals(0, ran.code(), ran.err());
        String page = Files.readString(folder.resolve("sweep").resolve("report.html"));
        assertTrue(page.contains("as the parameter fill of each run says"), "fills");
        assertEquals(
                0,
                sweep("WeeklyMomentum", "--grid", "topCount=2:3", "--permutations", "0")
                        .code());
        page = Files.readString(folder.resolve("sweep").resolve("report.html"));
        assertTrue(page.contains("<dd>at the open that follows a decision</dd>"), "the same for all");
    }

    @Test
    void every_run_is_what_a_backtest_with_its_parameters_gives() {
        JsonNode swept = json(sweep("WeeklyMomentum", "--grid", "topCount=2:4", "--set", "initialCash=5000", "--json"));
        assertEquals(3, swept.get("runs").size());
        for (JsonNode run : swept.get("runs")) {
            int topCount = run.get("parameters").get("topCount").asInt();
            JsonNode alone = json(Cli.run(
                    "backtest",
                    "WeeklyMomentum",
                    "--data",
                    data,
                    "--to",
                    "2021-04-01",
                    "--json",
                    "--no-report",
                    "--set",
                    "initialCash=5000",
                    "--set",
                    "topCount=" + topCount,
                    "--out",
                    folder.resolve("alone" + topCount)));
            for (String figure : List.of("finalEquity", "sharpe", "maxDrawdown", "feesPaid", "turnover")) {
                assertEquals(
                        alone.get("metrics").get(figure), run.get("metrics").get(figure), figure);
            }
            assertEquals(
                    alone.get("trades").asInt(),
                    run.get("metrics").get("trades").asInt());
        }
        assertEquals(3, swept.get("overfitting").get("runsEver").asInt());
    }

    @Test
    void backtests_made_by_hand_and_sweeps_are_counted_together_and_the_same_try_once() {
        Cli.run(
                "backtest",
                "WeeklyMomentum",
                "--data",
                data,
                "--to",
                "2021-04-01",
                "--no-report",
                "--set",
                "topCount=3",
                "--out",
                folder.resolve("alone"));
        sweep("WeeklyMomentum", "--grid", "topCount=2:4", "--no-report");
        JsonNode again = json(sweep("WeeklyMomentum", "--grid", "topCount=2:6", "--no-report", "--json"));
        assertEquals(1 + 3 + 5, again.get("overfitting").get("runsEver").asInt());
        assertEquals(5, again.get("overfitting").get("distinctRunsEver").asInt());
    }

    @Test
    void the_same_sweep_gives_the_same_bytes_on_any_number_of_threads() throws IOException {
        List<byte[]> tables = new ArrayList<>();
        List<byte[]> parquet = new ArrayList<>();
        for (int threads : List.of(1, 4)) {
            Path out = folder.resolve("threads" + threads);
            Cli.Ran ran = sweep(
                    "WeeklyMomentum",
                    "--grid",
                    "topCount=2:4",
                    "--grid",
                    "stopLoss=0.6,0.8",
                    "--threads",
                    threads,
                    "--permutations",
                    "5",
                    "--out",
                    out);
            assertEquals(0, ran.code(), ran.err());
            tables.add(Files.readAllBytes(out.resolve("runs.csv")));
            parquet.add(Files.readAllBytes(out.resolve("runs.parquet")));
            assertTrue(Files.size(out.resolve("report.html")) > 100_000);
        }
        assertTrue(Arrays.equals(tables.getFirst(), tables.getLast()));
        assertTrue(Arrays.equals(parquet.getFirst(), parquet.getLast()));
    }

    @Test
    void what_a_killed_sweep_wrote_is_gone_on_with() throws IOException {
        Object[] command = {"WeeklyMomentum", "--grid", "topCount=2:8", "--no-report", "--permutations", "0"};
        assertEquals(0, sweep(command).code());
        Path runs = folder.resolve("sweep").resolve("runs.csv");
        byte[] whole = Files.readAllBytes(runs);
        Files.write(runs, Arrays.copyOf(whole, whole.length / 2));
        Files.delete(folder.resolve("sweep").resolve("done"));

        Cli.Ran begun = sweep(command);
        assertEquals(ExitCode.STATE, begun.code());
        assertTrue(begun.err().contains("--resume"), begun.err());

        Object[] resume = Arrays.copyOf(command, command.length + 1);
        resume[command.length] = "--resume";
        Cli.Ran resumed = sweep(resume);
        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(resumed.err().contains("Going on after"), resumed.err());
        assertTrue(Arrays.equals(whole, Files.readAllBytes(runs)));

        Object[] other = {"WeeklyMomentum", "--grid", "topCount=2:9", "--no-report", "--resume"};
        Cli.Ran another = sweep(other);
        assertEquals(ExitCode.STATE, another.code());
        assertTrue(another.err().contains("holds another sweep"), another.err());
    }

    @Test
    void a_run_that_throws_is_noted_with_its_reason_and_the_sweep_goes_on() throws IOException {
        Path source = Files.writeString(folder.resolve("Fragile.java"), """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public class Fragile implements Strategy {
                    private final int x;

                    public Fragile(Parameters set) {
                        x = set.integer("x", 1);
                        set.require(x != 5, "x must not be five");
                    }

                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select("WETH-USDC").build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        if (x == 3 && input.portfolio().cycles().size() == 4) {
                            throw new IllegalStateException("three is too many");
                        }
                        return input.positionManager()
                                .orderTargetPercent(input.universe().pair("WETH-USDC"), x / 10.0)
                                .trades();
                    }
                }
                """);
        JsonNode swept = json(sweep(source, "--grid", "x=1:5", "--json"));
        assertEquals(4, swept.get("runs").size());
        assertTrue(swept.get("runs").get(2).get("error").asString().contains("three is too many"));
        assertEquals(0, swept.get("runs").get(2).get("metrics").size());
        assertEquals(3, swept.get("counts").get("done").asInt());
        assertEquals(1, swept.get("counts").get("failed").asInt());
        assertEquals(
                1,
                swept.get("counts")
                        .get("invalidBecause")
                        .get("x must not be five")
                        .asInt());
        assertNotEquals(3, swept.get("best").get("parameters").get("x").asInt());
        Cli.Ran told = sweep(source, "--grid", "x=1:5");
        assertEquals(0, told.code(), told.err());
        assertTrue(
                told.out().lines().anyMatch(line -> line.startsWith("1 failed:") && line.contains("three is too many")),
                told.out());
        assertTrue(told.out().lines().anyMatch(line -> line.equals("    with x 3")), told.out());
    }

    @Test
    void pictures_are_named_where_they_are_drawn() {
        Object[] words = {"WeeklyMomentum", "--grid", "topCount=1:2", "--permutations", "0", "--png"};
        Cli.Ran told = sweep(words);
        assertEquals(0, told.code(), told.err());
        List<Path> named = told.out()
                .lines()
                .filter(line -> line.startsWith("picture  "))
                .map(line -> Path.of(line.substring("picture  ".length())))
                .toList();
        assertEquals(
                List.of("map.png", "best.png"),
                named.stream().map(file -> file.getFileName().toString()).toList());
        assertTrue(named.stream().allMatch(Files::isRegularFile), told.out());
        Object[] asJson = Arrays.copyOf(words, words.length + 1);
        asJson[words.length] = "--json";
        JsonNode pictures = json(sweep(asJson)).get("files").get("pictures");
        assertEquals(
                named.stream().map(Path::toString).toList(),
                pictures.valueStream().map(JsonNode::asString).toList());
    }

    @Test
    void pictures_are_drawn_where_no_page_is_wanted() {
        Cli.Ran told = sweep("WeeklyMomentum", "--grid", "topCount=1:2", "--permutations", "0", "--png", "--no-report");
        assertEquals(0, told.code(), told.err());
        List<Path> named = told.out()
                .lines()
                .filter(line -> line.startsWith("picture  "))
                .map(line -> Path.of(line.substring("picture  ".length())))
                .toList();
        assertEquals(2, named.size(), told.out());
        assertTrue(named.stream().allMatch(Files::isRegularFile), told.out());
        assertFalse(told.out().lines().anyMatch(line -> line.startsWith("report ")), told.out());
    }

    @Test
    void a_name_that_is_like_none_is_answered_with_the_list_and_no_guess() {
        Cli.Ran far = sweep("Nosuch", "--grid", "topCount=1:2");
        assertEquals(ExitCode.USAGE, far.code());
        assertFalse(far.err().contains("Did you mean"), far.err());
        assertTrue(far.err().contains("There is no strategy 'Nosuch'. Built in are [BuyAndHold"), far.err());
        Cli.Ran near = sweep("Momentum", "--grid", "topCount=1:2");
        assertTrue(near.err().contains("Did you mean 'WeeklyMomentum'? Built in are"), near.err());
    }

    @Test
    void searches_try_no_more_than_they_are_asked_for() {
        for (String way : List.of("--random", "--evolve")) {
            JsonNode swept = json(sweep(
                    "WeeklyMomentum",
                    "--grid",
                    "topCount=1:9",
                    "--grid",
                    "threshold=0:0.1:0.001",
                    way,
                    "12",
                    "--no-report",
                    "--json",
                    "--permutations",
                    "0",
                    "--out",
                    folder.resolve(way)));
            assertTrue(swept.get("runs").size() <= 12 && swept.get("runs").size() > 5);
        }
        Cli.Ran both = sweep("WeeklyMomentum", "--grid", "topCount=1:9", "--random", "2", "--evolve", "2");
        assertEquals(ExitCode.USAGE, both.code());
    }

    @Test
    void a_huge_grid_is_not_begun_without_being_asked_for() {
        Cli.Ran ran = sweep(
                "WeeklyMomentum",
                "--grid",
                "topCount=1:1000",
                "--grid",
                "threshold=0:0.999:0.001",
                "--grid",
                "takeProfit=1.001:2:0.001");
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("1,000,000,000 points"), ran.err());
        assertTrue(ran.err().contains("--yes"), ran.err());
        assertTrue(ran.err().contains("ms a run"), ran.err());
    }

    @Test
    void mistakes_are_told_before_the_first_run() {
        refused("There is nothing to sweep", "WeeklyMomentum");
        refused("Did you mean 'topCount'?", "WeeklyMomentum", "--grid", "topcount=1:3");
        refused("topCount=0", "WeeklyMomentum", "--grid", "topCount=0:3");
        refused("topCount=x", "WeeklyMomentum", "--grid", "topCount=3,x");
        refused("is empty", "WeeklyMomentum", "--grid", "topCount=");
        refused("two grids", "WeeklyMomentum", "--grid", "topCount=1", "--grid", "topCount=2");
        refused("by --set and by --grid", "WeeklyMomentum", "--grid", "topCount=1,2", "--set", "topCount=3");
        refused("Did you mean 'sharpe'?", "WeeklyMomentum", "--grid", "topCount=1,2", "--objective", "sharp");
        refused("fast must be below slow", "SmaCrossover", "--grid", "fast=50:60");
        refused("would run nothing", "WeeklyMomentum", "--grid", "topCount=1,2", "--threads", "0");
        refused("tries nothing", "WeeklyMomentum", "--grid", "topCount=1,2", "--random", "0");
        refused("--seed is of no use", "WeeklyMomentum", "--grid", "topCount=1,2", "--seed", "3");
    }

    private void refused(String words, Object... arguments) {
        Cli.Ran ran = sweep(arguments);
        assertEquals(ExitCode.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertTrue(Files.notExists(folder.resolve("sweep")), "nothing is written");
    }

    @Test
    void less_of_a_figure_can_be_better() {
        JsonNode swept = json(
                sweep("WeeklyMomentum", "--grid", "topCount=1:4", "--objective=-volatility", "--no-report", "--json"));
        double least = Double.POSITIVE_INFINITY;
        for (JsonNode run : swept.get("runs")) {
            least = Math.min(least, run.get("metrics").get("volatility").asDouble());
        }
        assertEquals(least, swept.get("best").get("metrics").get("volatility").asDouble());
    }

    @Test
    void a_walk_forward_chooses_by_what_was_before_and_tests_on_what_came_next() throws IOException {
        Path out = folder.resolve("walk");
        JsonNode walked = json(Cli.run(
                "walk-forward",
                "WeeklyMomentum",
                "--data",
                data,
                "--to",
                "2021-08-01",
                "--grid",
                "topCount=2:4",
                "--train",
                "16w",
                "--test",
                "6w",
                "--json",
                "--out",
                out));
        JsonNode folds = walked.get("folds");
        assertTrue(folds.size() >= 3);
        for (int fold = 0; fold < folds.size(); fold++) {
            JsonNode train = folds.get(fold).get("train").get(0);
            JsonNode test = folds.get(fold).get("test").get(0);
            assertEquals(train.get("to"), test.get("from"));
            JsonNode swept = json(Cli.run(
                    "sweep",
                    "WeeklyMomentum",
                    "--data",
                    data,
                    "--grid",
                    "topCount=2:4",
                    "--json",
                    "--no-report",
                    "--permutations",
                    "0",
                    "--from",
                    train.get("from").asString(),
                    "--to",
                    train.get("to").asString(),
                    "--out",
                    folder.resolve("fold" + fold)));
            assertEquals(swept.get("best").get("parameters"), folds.get(fold).get("parameters"));
            assertEquals(
                    swept.get("best").get("metrics").get("sharpe"),
                    folds.get(fold).get("inSample"));
        }
        assertTrue(Files.readString(out.resolve("equity.csv")).startsWith("date,value"));
        assertEquals(
                walked.get("folds"),
                JSON.readTree(Files.readString(out.resolve("walk-forward.json")))
                        .get("folds"));
    }

    @Test
    void a_cross_validation_gives_every_choice_of_folds_and_the_histories_they_make() {
        JsonNode validated = json(Cli.run(
                "walk-forward",
                "WeeklyMomentum",
                "--data",
                data,
                "--to",
                "2021-08-01",
                "--grid",
                "topCount=2:4",
                "--scheme",
                "combinatorial",
                "--folds",
                "4",
                "--tested",
                "2",
                "--purge",
                "1",
                "--embargo",
                "1",
                "--json",
                "--out",
                folder.resolve("cv")));
        assertEquals(6, validated.get("folds").size());
        assertEquals(3, validated.get("outOfSample").size());
        Cli.Ran tooMany = Cli.run(
                "walk-forward",
                "WeeklyMomentum",
                "--data",
                data,
                "--to",
                "2021-08-01",
                "--grid",
                "topCount=2:4",
                "--scheme",
                "folds",
                "--folds",
                "99",
                "--out",
                folder.resolve("cv"));
        assertEquals(ExitCode.USAGE, tooMany.code());
        assertTrue(tooMany.err().contains("folds"), tooMany.err());
    }

    @Test
    void the_state_of_every_run_is_kept_where_it_is_asked_for_and_can_be_replayed() {
        Cli.Ran ran =
                sweep("WeeklyMomentum", "--grid", "topCount=2:3", "--states", "--no-report", "--permutations", "0");
        assertEquals(0, ran.code(), ran.err());
        for (int topCount = 2; topCount <= 3; topCount++) {
            Path state = folder.resolve("sweep").resolve("states").resolve("topCount=" + topCount);
            Cli.Ran replayed = Cli.run("replay", state, "--verify");
            assertEquals(0, replayed.code(), replayed.err());
        }
    }

    @Test
    void a_sweep_says_where_runs_are_counted_when_none_was_there_yet() {
        Path out = folder.resolve("elsewhere").resolve("first");
        Cli.Ran first = sweep("WeeklyMomentum", "--grid", "topCount=1,2", "--out", out);
        assertTrue(first.err().contains("is counted in " + out.resolveSibling(".trials")), first.err());
        Cli.Ran second = sweep("WeeklyMomentum", "--grid", "topCount=2,3", "--out", out.resolveSibling("two"));
        assertTrue(second.code() == 0 && !second.err().contains("is counted in"), second.err());
    }
}
