package org.evenkeel.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricGroup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A backtest has the same figures where it prints them and where its folder is read. */
class SameFiguresTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private static JsonNode figures(Object... arguments) {
        Cli.Ran ran = Cli.run(arguments);
        assertEquals(0, ran.code(), ran.err());
        return new ObjectMapper().readTree(ran.out()).get("metrics");
    }

    /** Two of these ends were told twice while the worth at the end was a sum of its parts, rounded anew. */
    @Test
    void the_folder_of_a_backtest_tells_the_figures_that_the_backtest_printed() {
        List<String> different = new ArrayList<>();
        for (String end : List.of("2021-06-21", "2021-06-22", "2021-06-23", "2021-06-24")) {
            Path run = folder.resolve(end);
            JsonNode printed = figures(
                    "backtest",
                    "WeeklyMomentum",
                    "--data",
                    data,
                    "--from",
                    "2021-01-04",
                    "--to",
                    end,
                    "--out",
                    run,
                    "--json");
            JsonNode read = figures("metrics", run, "--json");
            assertTrue(printed.get("sharpe").isNumber(), printed::toString);
            for (Metric metric : Metric.values()) {
                String key = metric.key();
                boolean ofBoth = metric.group() != MetricGroup.BENCHMARK; // A backtest holds itself against its market.
                if (ofBoth && !printed.get(key).equals(read.get(key))) {
                    different.add(end + ": " + key + " " + printed.get(key) + " and " + read.get(key));
                }
            }
        }
        assertEquals(List.of(), different);
    }
}
