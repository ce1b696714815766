package org.evenkeel.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Walk-forward and cross-validation from the command line, on the sample market. */
class WalkForwardCommandTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Cli.Ran walk(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("walk-forward", "WeeklyMomentum", "--data", data));
        all.addAll(List.of("--grid", "topCount=2:4"));
        all.addAll(Arrays.asList(arguments));
        if (!all.contains("--to")) {
            all.addAll(List.of("--to", "2021-08-01"));
        }
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", folder.resolve("walk")));
        }
        return Cli.run(all.toArray());
    }

    private void refused(String words, Object... arguments) {
        Cli.Ran ran = walk(arguments);
        assertEquals(ExitCode.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals("", ran.out());
        assertTrue(Files.notExists(folder.resolve("walk")), "nothing is written");
    }

    @Test
    void an_option_that_the_scheme_has_no_use_for_is_refused_with_those_that_it_takes() {
        String folds = "it takes --folds, --purge, --embargo.";
        refused(
                "folds has no use for --train, which goes with rolling and expanding",
                "--scheme",
                "folds",
                "--train=9w");
        refused(folds, "--scheme", "folds", "--test", "9w");
        refused(folds, "--scheme", "folds", "--gap", "1d");
        refused("which goes with combinatorial: " + folds, "--scheme", "folds", "--tested", "2");
        refused("combinatorial has no use for --gap", "--scheme", "combinatorial", "--gap", "0");
        refused("rolling has no use for --folds", "--folds", "6");
        refused("rolling has no use for --embargo", "--embargo", "0");
        refused("it takes --train, --test, --gap.", "--scheme", "expanding", "--purge", "1");
        refused("expanding has no use for --tested", "--scheme", "EXPANDING", "--tested", "1");
    }

    @Test
    void an_option_of_sweeps_that_means_nothing_in_a_walk_is_unknown() {
        refused("--permutations", "--permutations=10");
    }

    @Test
    void folds_that_cannot_be_are_refused_before_the_first_run() {
        refused("give 2 to 20", "--scheme", "folds", "--folds", "1");
        refused("give 2 to 20", "--scheme", "combinatorial", "--folds", "21");
        refused("--tested 6 of 6 folds", "--scheme", "combinatorial", "--tested", "6");
        refused("0 or more, but are -1 and 0", "--scheme", "folds", "--purge=-1");
    }

    @Test
    void a_mistyped_scheme_is_answered_with_the_nearest_one() {
        refused("Did you mean 'combinatorial'?", "--scheme", "combinatoral");
        refused("It takes rolling, expanding, folds, combinatorial.", "--scheme", "roling");
    }

    private static JsonNode json(Cli.Ran ran) {
        assertEquals(0, ran.code(), ran.err());
        return new JsonMapper().readTree(ran.out());
    }

    @Test
    void folds_choose_by_the_objective_and_refuse_one_that_they_cannot_have() {
        Object[] folds = {"--scheme", "folds", "--folds", "4", "--json"};
        JsonNode calm = json(walk(with(folds, "--objective=-volatility")));
        assertEquals("volatility", calm.get("objective").asString());
        JsonNode each = json(walk(with(folds, "--objective=totalReturn")));
        assertEquals("totalReturn", each.get("objective").asString());
        assertEquals("sharpe", json(walk(folds)).get("objective").asString());
        for (int fold = 0; fold < 4; fold++) {
            double volatility = calm.get("folds").get(fold).get("inSample").doubleValue();
            assertTrue(
                    volatility > 0.05 && volatility < 5, "a volatility of a year, not a Sharpe ratio: " + volatility);
        }
        Cli.Ran refused = walk(with(folds, "--objective=calmar"));
        assertEquals(ExitCode.USAGE, refused.code(), refused.err());
        assertTrue(
                refused.err().contains("Folds cannot be compared by calmar, which needs a whole run"), refused.err());
        assertTrue(refused.err().contains("They can by totalReturn, cagr"), refused.err());
    }

    private static Object[] with(Object[] words, Object more) {
        Object[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = more;
        return all;
    }

    @Test
    void a_cross_validation_of_one_history_writes_its_equity_as_metrics_reads_it() {
        JsonNode walked = json(walk("--scheme", "folds", "--folds", "4", "--json"));
        Path equity = folder.resolve("walk").resolve("equity.csv");
        assertEquals(equity.toString(), walked.get("files").get("equity").asString());

        JsonNode figures = json(Cli.run("metrics", equity, "--json"));
        JsonNode told = walked.get("outOfSample").get(0);
        for (String figure : List.of("totalReturn", "sharpe", "maxDrawdown", "cagr")) {
            assertEquals(
                    told.get(figure).doubleValue(),
                    figures.get("metrics").get(figure).doubleValue(),
                    1e-9);
        }
        assertEquals(10_000, figures.get("metrics").get("initialEquity").doubleValue(), 1e-9);
    }

    @Test
    void what_was_kept_is_told_of_the_tests_put_together_and_not_of_each_on_average() {
        JsonNode walked = json(walk("--scheme", "folds", "--folds", "5", "--json"));
        double promised = 0;
        for (JsonNode fold : walked.get("folds")) {
            promised += fold.get("inSample").doubleValue() / walked.get("folds").size();
        }
        double together = walked.get("outOfSample").get(0).get("sharpe").doubleValue();
        assertTrue(promised > 0, "the market is made so that a choice promises something");
        assertEquals(together / promised, walked.get("efficiency").doubleValue(), 1e-9);
    }

    @Test
    void a_page_shows_the_walk_unless_it_is_not_wanted() throws IOException {
        JsonNode walked = json(walk("--train", "16w", "--test", "6w", "--json"));
        String page = Files.readString(Path.of(walked.get("files").get("report").asString()));
        assertTrue(page.contains("<h1>Walk-forward of WeeklyMomentum</h1>"));
        for (String id : List.of("data-walk", "data-folds", "data-choices")) {
            assertTrue(page.contains("id=\"" + id + "\""), id);
        }
        assertEquals(
                walked.get("folds").size(),
                page.split("<th scope=\"row\"[^>]*><span class=\"span\">20", -1).length - 1,
                "a row a fold");
        JsonNode bare = json(walk("--no-report", "--json", "--out", folder.resolve("bare")));
        assertTrue(bare.get("files").get("report") == null);
        assertTrue(Files.notExists(folder.resolve("bare").resolve("report.html")));
    }

    @Test
    void a_finished_walk_is_moved_away_and_an_unfinished_one_is_not_written_over() throws IOException {
        Object[] words = {"--train", "16w", "--test", "6w", "--no-report"};
        assertEquals(0, walk(words).code());
        assertTrue(walk(words).err().contains("is now in " + folder.resolve("walk/replaced/1")));
        Files.delete(folder.resolve("walk").resolve("done"));
        Cli.Ran refused = walk(words);
        assertEquals(ExitCode.STATE, refused.code());
        assertTrue(refused.err().contains("--resume"), refused.err());
        Cli.Ran other = walk("--train", "17w", "--test", "6w", "--no-report", "--resume");
        assertEquals(ExitCode.STATE, other.code());
        assertTrue(other.err().contains("its train is"), other.err());
        assertEquals(0, walk(with(words, "--resume")).code());
    }

    @Test
    void a_walk_that_cannot_choose_says_why_and_leaves_its_folder_to_the_next() {
        refused("Periods per year", "--periods", "0");
        refused("risk-free rate", "--risk-free=-2");
        refused("by and tests on some time each", "--train", "0");
        refused("no room to choose by 9999 days", "--train", "9999d");
        Cli.Ran tooShort = walk("--train", "1d", "--test", "1d");
        assertEquals(ExitCode.USAGE, tooShort.code(), tooShort.err());
        assertTrue(
                tooShort.err().contains("3 of 3 failed, the first because No decision lies between"), tooShort.err());
        assertTrue(tooShort.err().contains("a shorter cycle. Choose by a longer time"), tooShort.err());
        Cli.Ran alpha = walk("--objective", "alpha");
        assertEquals(ExitCode.USAGE, alpha.code(), alpha.err());
        assertTrue(alpha.err().contains("no run has a figure alpha to choose by."), alpha.err());
        Cli.Ran purged = walk("--scheme", "folds", "--purge", "500");
        assertEquals(ExitCode.USAGE, purged.code(), purged.err());
        assertTrue(purged.err().contains("leave nothing to choose by"), purged.err());
        assertEquals(0, walk("--train", "16w", "--test", "6w", "--no-report").code());
    }

    /** A strategy that holds the first pair, and throws where its number is 3. */
    private Path fragile() throws IOException {
        return Files.writeString(folder.resolve("Fragile.java"), """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public final class Fragile implements Strategy {
                    private final int number;

                    public Fragile(Parameters set) {
                        number = set.integer("number", 1);
                    }

                    @Override
                    public Settings settings() {
                        return Settings.DEFAULTS.withCycle(Interval.WEEKLY);
                    }

                    @Override
                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.selectAll().reserve("USDC").build();
                    }

                    @Override
                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        if (number == 3) {
                            throw new IllegalStateException("three is too many");
                        }
                        var alpha = input.alphaModel();
                        alpha.setSignal(input.pairs().get(number % 2), 1);
                        return alpha.selectTopSignals(1, 0)
                                .assignWeights(org.evenkeel.api.alpha.Weighting.equal())
                                .normaliseWeights()
                                .updateOldWeights(input.portfolio())
                                .calculateTargetPositions(input.investableEquity())
                                .generateRebalanceTradesAndTriggers();
                    }
                }
                """);
    }

    private Cli.Ran walkFragile(Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of("walk-forward", fragile(), "--data", data, "--to", "2021-08-01"));
        all.addAll(Arrays.asList(arguments));
        if (!all.contains("--grid")) {
            all.addAll(List.of("--grid", "number=1:3"));
        }
        all.addAll(List.of("--out", folder.resolve("walk")));
        return Cli.run(all.toArray());
    }

    @Test
    void where_too_few_runs_are_left_to_cross_validate_it_is_said_why_the_others_failed() throws IOException {
        Cli.Ran ran = walkFragile("--scheme", "folds", "--folds", "4", "--grid", "number=3:3");
        assertEquals(ExitCode.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains("nothing to cross-validate"), ran.err());
        assertTrue(ran.err().contains("1 of 1 runs failed, with number 3: "), ran.err());
        assertTrue(ran.err().contains("three is too many"), ran.err());
    }

    @Test
    void runs_that_failed_are_told_with_their_reason_and_points_also_those_of_steps_taken_over() throws IOException {
        Object[] words = {"--train", "16w", "--test", "6w"};
        Cli.Ran ran = walkFragile(words);
        assertEquals(0, ran.code(), ran.err());
        JsonNode summary = new JsonMapper().readTree(folder.resolve("walk").resolve("walk-forward.json"));
        int steps = summary.get("folds").size();
        assertFailures(summary, steps);
        assertEquals(4, steps, "one more than there are reasons told, each of which names its time");
        for (int step = 1; step <= 3; step++) {
            String told = "1 of 12 runs failed, with walk step " + step + ", number 3: ";
            assertTrue(ran.out().contains(told), ran.out());
        }
        assertTrue(ran.out().contains("1 more of the 12 runs failed for other reasons."), ran.out());
        String page = Files.readString(folder.resolve("walk").resolve("report.html"));
        assertTrue(page.contains("three is too many"), "a note on the page");

        Files.delete(folder.resolve("walk").resolve("done"));
        Cli.Ran again = walkFragile(with(with(words, "--resume"), "--json"));
        assertTrue(again.err().contains("Going on after " + steps + " of " + steps + " steps"), again.err());
        assertFailures(json(again), steps);
    }

    private static void assertFailures(JsonNode summary, int runs) {
        JsonNode counts = summary.get("counts");
        assertEquals(2 * runs, counts.get("done").intValue());
        assertEquals(runs, counts.get("failed").intValue());
        String why = counts.get("failedBecause").propertyNames().iterator().next();
        assertTrue(why.contains("three is too many"), why);
        int told = 0;
        for (JsonNode ofReason : counts.get("failedBecause")) {
            told += ofReason.intValue();
        }
        assertEquals(runs, told);
        assertEquals(
                "{\"walk step\":1,\"number\":3}",
                counts.get("failedFirst").get(why).get(0).toString());
    }

    @Test
    void failed_runs_of_a_cross_validation_are_told_too() throws IOException {
        Cli.Ran ran = walkFragile("--scheme", "folds", "--folds", "4");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("1 of 3 runs failed, with number 3: "), ran.out());
    }

    @Test
    void a_last_test_shorter_than_asked_for_is_told_with_its_length() throws IOException {
        Cli.Ran ran = walk("--train", "9w", "--test", "25w", "--from", "2021-01-01", "--to", "2021-03-15");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("Note: The last test has 10 days, less than the 175 days asked for"), ran.err());
        assertTrue(Files.readString(folder.resolve("walk").resolve("report.html"))
                .contains("The last test has 10 days, less than the 175 days asked for"));
        Cli.Ran whole = walk("--train", "9w", "--test", "9w", "--from", "2021-01-01", "--to", "2021-07-09");
        assertTrue(!whole.err().contains("The last test"), whole.err());
    }

    @Test
    void years_are_taken_as_365_days_and_the_help_says_so_and_where_it_writes() {
        Cli.Ran help = Cli.run("walk-forward", "--help");
        assertTrue(help.out().contains("runs/NAME-walk-forward"), help.out());
        assertTrue(!help.out().contains("NAME-sweep"), help.out());
        assertTrue(help.out().replaceAll("\\s+", " ").contains("1y, which is 365 days"), help.out());
        assertTrue(Cli.run("sweep", "--help").out().contains("runs/NAME-sweep"));
        refused("no room to choose by 3650 days", "--train", "10y");
        refused("--test 3 months is no length of time: write a number and h, d, w or y", "--test", "3 months");
    }
}
