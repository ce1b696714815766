package org.evenkeel.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a person reads of two runs. */
class DiffTest {
    private static final int WIDEST = 120;

    @TempDir
    private static Path folder;

    private static JsonNode four;
    private static JsonNode two;

    @BeforeAll
    static void make_runs() {
        SampleMarket.create(folder.resolve("data"), 7);
        four = backtest("four", "WeeklyMomentum", "topCount=4");
        two = backtest("two", "WeeklyMomentum", "topCount=2");
        backtest("held", "BuyAndHold", "initialCash=5000");
    }

    private static JsonNode backtest(String name, String strategy, String set) {
        Cli.Ran ran = Cli.run(
                "backtest",
                strategy,
                "--data",
                folder.resolve("data"),
                "--from",
                "2021-01-01",
                "--to",
                "2021-07-01",
                "--set",
                set,
                "--out",
                folder.resolve(name),
                "--no-report",
                "--json");
        assertEquals(0, ran.code(), ran.err());
        return new ObjectMapper().readTree(ran.out());
    }

    private static String diff(String a, String b, Object... more) {
        Object[] all = more.length == 0
                ? new Object[] {"diff", folder.resolve(a), folder.resolve(b)}
                : new Object[] {"diff", folder.resolve(a), folder.resolve(b), more[0]};
        Cli.Ran ran = Cli.run(all);
        assertEquals(0, ran.code(), ran.err());
        return ran.out();
    }

    private static String line(String text, String begin) {
        return text.lines()
                .filter(line -> line.startsWith("| " + begin + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(begin + " is missing in\n" + text));
    }

    @Test
    void the_settings_that_differ_come_first_and_no_others() {
        String text = diff("four", "two");
        assertTrue(line(text, "topCount").matches("\\| topCount +\\| 4 +\\| 2 +\\|"), text);
        assertFalse(text.contains("allocation"), text);
        assertTrue(text.indexOf("topCount") < text.indexOf("Final equity"), text);
        assertTrue(line(diff("four", "held"), "strategy").contains("BuyAndHold"));
    }

    @Test
    void the_figures_are_those_of_the_runs_with_their_difference() {
        String text = diff("four", "two");
        double ours = four.get("metrics").get("finalEquity").doubleValue();
        double theirs = two.get("metrics").get("finalEquity").doubleValue();
        String equity = line(text, "Final equity");
        assertTrue(equity.contains(Money.usd(ours)) && equity.contains(Money.usd(theirs)), equity);
        assertTrue(equity.contains(Money.usd(theirs - ours)), equity);
        int trades = four.get("trades").intValue();
        assertTrue(
                line(text, "Trades")
                        .matches("\\| Trades +\\| +" + trades + " \\| +"
                                + two.get("trades").intValue() + " \\|.*"),
                text);
        for (String name : List.of("Total return", "Sharpe", "Maximum drawdown", "Fees paid", "Stop losses")) {
            assertFalse(line(text, name).isEmpty());
        }
    }

    @Test
    void positions_have_a_line_each_and_the_first_twenty_are_listed() {
        String text = diff("four", "two");
        assertTrue(text.contains("positions differ"), text);
        assertTrue(text.contains("more: --all lists them"), text);
        assertTrue(text.lines().count() < 70, text);
        String all = diff("four", "two", "--all");
        assertFalse(all.contains("--all lists them"), all);
        assertTrue(all.contains("only in A"), all);
        assertTrue(all.lines().count() > text.lines().count());
    }

    @Test
    void no_line_is_too_wide_and_none_shows_how_the_program_sees_it() {
        for (String text : List.of(diff("four", "two", "--all"), diff("four", "held"))) {
            assertFalse(text.contains("Optional") || text.contains("[") || text.contains("="), text);
            text.lines().filter(line -> !line.contains("sha256")).forEach(line -> {
                if (line.startsWith("|")) {
                    assertTrue(line.length() <= WIDEST, line);
                }
            });
        }
    }

    @Test
    void a_run_is_like_itself() {
        String text = diff("four", "four");
        assertTrue(text.contains("alike") && text.contains("are the same"), text);
    }
}
