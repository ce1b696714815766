package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        all.addAll(List.of("--to", "2021-08-01", "--grid", "topCount=2:4"));
        all.addAll(Arrays.asList(arguments));
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
}
