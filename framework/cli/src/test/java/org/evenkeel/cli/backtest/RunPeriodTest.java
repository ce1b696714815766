package org.evenkeel.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a run does with --from and --to. */
class RunPeriodTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path out;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Cli.Ran backtest(String... period) {
        List<Object> all = new ArrayList<>(
                List.of("backtest", "WeeklyMomentum", "--data", data, "--out", out.resolve("run"), "--json"));
        all.addAll(List.of(period));
        return Cli.run(all.toArray());
    }

    private void assertRefused(Cli.Ran ran, int code, String... words) {
        assertEquals(code, ran.code(), ran.err());
        for (String word : words) {
            assertTrue(ran.err().contains(word), ran.err());
        }
        assertFalse(Files.exists(out.resolve("run")), "nothing is begun that cannot be run");
    }

    @Test
    void a_period_outside_the_data_says_what_the_data_covers() {
        assertRefused(
                backtest("--from", "2030-01-01", "--to", "2030-06-01"), ExitCode.DATA, "2020-11-01", "2023-02-01");
        assertRefused(
                backtest("--from", "2010-01-01", "--to", "2010-06-01"), ExitCode.DATA, "2020-11-01", "2023-02-01");
    }

    @Test
    void a_start_after_the_data_says_that_the_data_ends_before() {
        assertRefused(backtest("--from", "2025-06-01"), ExitCode.DATA, "ends before --from 2025-06-01");
        assertRefused(backtest("--to", "2019-06-01"), ExitCode.DATA, "begins after --to 2019-06-01");
    }

    @Test
    void an_end_before_the_start_is_a_usage_error() {
        assertRefused(
                backtest("--from", "2021-06-01", "--to", "2021-05-01"), ExitCode.USAGE, "--to must come after --from");
    }

    @Test
    void a_period_without_a_decision_is_refused_before_anything_is_written() {
        assertRefused(backtest("--from", "2021-06-01", "--to", "2021-06-03"), ExitCode.DATA, "No decision lies");
    }

    @Test
    void a_period_partly_outside_the_data_is_cut_to_it_and_said_so() {
        Cli.Ran ran = backtest("--from", "2019-01-01", "--to", "2021-02-01");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.err().contains("Note: the period asked for is 2019-01-01T00:00:00Z to 2021-02-01T00:00:00Z"),
                ran.err());
        assertTrue(ran.err().contains("covers 2020-11-01T00:00:00Z to"), ran.err());
        JsonNode cut = new ObjectMapper().readTree(ran.out());
        assertEquals("2020-11-01T00:00:00Z", cut.get("from").stringValue());
        assertEquals("2021-02-01T00:00:00Z", cut.get("to").stringValue());
        JsonNode own = new ObjectMapper()
                .readTree(backtest("--from", "2020-11-01", "--to", "2021-02-01").out());
        assertEquals(own.get("metrics"), cut.get("metrics"), "no figure is diluted by years without data");
    }

    @Test
    void a_period_within_the_data_is_simulated_as_it_was_asked_for() {
        Cli.Ran ran = backtest("--from", "2021-01-05", "--to", "2021-02-01");
        assertFalse(ran.err().contains("period asked for"), ran.err());
        assertEquals(
                "2021-01-05T00:00:00Z",
                new ObjectMapper().readTree(ran.out()).get("from").stringValue());
    }
}
