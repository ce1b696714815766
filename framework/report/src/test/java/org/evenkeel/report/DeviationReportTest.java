package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.report.deviation.DeviationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a deviation. */
public final class DeviationReportTest {
    private static final Instant FROM = Instant.parse("2022-01-03T00:00:00Z");
    private static final Instant TO = Instant.parse("2022-02-28T00:00:00Z");

    @TempDir
    private Path folder;

    /** A comparison in which the pair has the name given. */
    public static DeviationInput input(String pair) {
        return new DeviationInput(
                new DeviationInput.Subject("Momentum", "two chains", FROM, TO, false),
                new DeviationInput.Equities(10_000, 9_871.25, 52_000),
                List.of(
                        cause("price drift", -40.5),
                        cause("slippage", 12.25),
                        cause("missed trades", -100.5),
                        cause("remainder", 1e-10)),
                cause("all", -128.75),
                List.of(new DeviationInput.Line(
                        FROM,
                        FROM.plusSeconds(45),
                        pair,
                        "buy",
                        2_000,
                        "-3 min",
                        -100.5,
                        OptionalDouble.of(-502.5),
                        "missed: reverted")),
                new DeviationInput.Basis(
                        "Both are valued at the end by the recorded candles.",
                        Optional.of("No figure of a year is given: of less than a week."),
                        Optional.of("1 trade of the run has no recorded price.")));
    }

    private static DeviationInput.Cause cause(String label, double usd) {
        return new DeviationInput.Cause(
                label, "what " + label + " stands for", usd, OptionalDouble.of(usd / 5.2), OptionalDouble.empty());
    }

    private String page(DeviationInput input) throws IOException {
        return Files.readString(DeviationReport.write(input, folder.resolve("deviation.html")));
    }

    @Test
    void it_says_what_was_found_and_shows_every_cause_and_trade() throws IOException {
        String page = page(input("WETH-USDC"));
        for (String text : List.of(
                "Momentum against its backtest",
                "128.75 USD less than its backtest. The largest part is missed trades: −100.50 USD.",
                "what slippage stands for",
                "+12.25",
                "−502.5",
                "−3 min",
                "missed: reverted",
                "2022-01-03 00:00:45",
                "Both are valued at the end by the recorded candles.",
                "1 trade of the run has no recorded price.",
                "2022-02-28 00:00 UTC")) {
            assertTrue(page.contains(text), text);
        }
    }

    @Test
    void what_is_less_than_half_a_cent_is_no_step_of_the_chart() throws IOException {
        String page = page(input("WETH-USDC"));
        assertTrue(
                page.contains(
                        "{\"labels\":[\"price drift\",\"slippage\",\"missed trades\"],\"amounts\":[-40.5,12.25,-100.5],\"all\":[-128.75]}"),
                "the steps");
    }

    @Test
    void a_run_that_came_to_what_its_backtest_comes_to_has_no_chart() throws IOException {
        DeviationInput some = input("WETH-USDC");
        DeviationInput none = new DeviationInput(
                some.subject(),
                new DeviationInput.Equities(10_000, 10_000, 500),
                List.of(),
                cause("all", 0),
                List.of(),
                new DeviationInput.Basis("Both are valued at the end.", Optional.empty(), Optional.empty()));
        String page = page(none);
        assertTrue(page.contains("The run came to what its backtest comes to."), "the sentence");
        assertTrue(page.contains("No trade made a difference."), "no table of trades");
        assertFalse(page.contains("data-pane=\"waterfall\""), "no chart");
        assertTrue(page.contains("bps of the equity a year"), "the column of figures of a year");
    }

    @Test
    void why_no_figure_of_a_year_is_given_stands_in_place_of_their_column() throws IOException {
        String page = page(input("WETH-USDC"));
        assertTrue(page.contains("No figure of a year is given: of less than a week."), "the reason");
        assertFalse(page.contains("bps of the equity a year"), "no column");
    }

    @Test
    void the_name_of_a_token_is_a_text_and_nothing_else() throws IOException {
        String page = page(input("<script>alert(1)</script>\u202Egnp"));
        assertFalse(page.contains("<script>alert"), "markup");
        assertFalse(page.contains("\u202E"), "a character that turns the text around");
        assertTrue(page.contains("&lt;script&gt;alert(1)"), "escaped");
    }

    @Test
    void the_same_comparison_gives_the_same_page() throws IOException {
        assertEquals(page(input("WETH-USDC")), page(input("WETH-USDC")));
    }
}
