package org.evenkeel.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.evenkeel.cli.Cli;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sweep of crossovers over seven stocks that has been published with its figures. */
class PublishedSweepTest {
    @TempDir
    private Path folder;

    private Path stocks() {
        Path source = SharedData.path("equities-daily").resolve("mag7-spy-adjclose.csv");
        Path data = folder.resolve("mag7");
        assertEquals(
                0,
                Cli.run("data", "import", source, "--fee-bps", "10", "--out", data)
                        .code());
        return data;
    }

    private JsonNode sweep(Path data, Object... more) {
        Object[] command = {
            "sweep",
            "SmaCrossover",
            "--data",
            data,
            "--grid",
            "fast=10:48:2",
            "--grid",
            "slow=10:48:2",
            "--periods",
            "252",
            "--json",
            "--out",
            folder.resolve("sweep" + more.length)
        };
        Object[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        Cli.Ran ran = Cli.run(all);
        assertEquals(0, ran.code(), ran.err());
        return new JsonMapper().readTree(ran.out());
    }

    @Test
    void a_hundred_and_ninety_pairs_of_windows_of_which_14_and_36_are_the_best() {
        JsonNode swept = sweep(stocks());
        assertEquals("vectorised", swept.get("form").asString());
        assertEquals(190, swept.get("runs").size());
        assertEquals(210, swept.get("counts").get("invalid").asInt());
        assertEquals(14, swept.get("best").get("parameters").get("fast").asInt());
        assertEquals(36, swept.get("best").get("parameters").get("slow").asInt());
        assertEquals(0.70, swept.get("best").get("metrics").get("meanSharpe").asDouble(), 0.005);
        double overfitting =
                swept.get("overfitting").get("probabilityOfOverfitting").asDouble();
        assertTrue(overfitting > 0.5 && overfitting <= 1, "most splits are disappointed: " + overfitting);
    }

    @Test
    void windows_of_10_and_50_by_asset() {
        Cli.Ran ran = Cli.run(
                "sweep",
                "SmaCrossover",
                "--data",
                stocks(),
                "--grid",
                "fast=10",
                "--grid",
                "slow=50",
                "--json",
                "--out",
                folder.resolve("one"));
        JsonNode figures =
                new JsonMapper().readTree(ran.out()).get("runs").get(0).get("metrics");
        assertEquals(1.2886, figures.get("meanTotalReturn").asDouble(), 5e-5);
        assertEquals(4.7030, figures.get("NVDA.totalReturn").asDouble(), 5e-5);
        assertEquals(17, figures.get("NVDA.positions").asInt());
    }

    @Test
    void bought_and_held_by_asset() {
        Path data = stocks();
        Map<String, Double> published = Map.of(
                "AAPL", 1.155900, "MSFT", 1.312963, "GOOGL", 2.650362, "AMZN", 0.447231, "NVDA", 13.247730, "META",
                1.469089, "TSLA", 0.846900);
        for (Map.Entry<String, Double> stock : published.entrySet()) {
            Cli.Ran ran = Cli.run(
                    "sweep",
                    "BuyAndHold",
                    "--data",
                    data,
                    "--grid",
                    "pairs=" + stock.getKey(),
                    "--set",
                    "fill=close",
                    "--permutations",
                    "0",
                    "--no-report",
                    "--json",
                    "--out",
                    folder.resolve(stock.getKey()));
            JsonNode figures =
                    new JsonMapper().readTree(ran.out()).get("runs").get(0).get("metrics");
            assertEquals(stock.getValue(), figures.get("totalReturn").asDouble(), 5e-7, stock.getKey());
        }
    }
}
