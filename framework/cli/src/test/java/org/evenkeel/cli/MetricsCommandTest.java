package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.evenkeel.metrics.Metric;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The figures of a curve, for people and for scripts. */
class MetricsCommandTest {
    private static final String CURVE = "date,equity\n2021-01-01,100\n2021-01-02,110\n2021-01-03,99\n2021-01-04,120\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(Object... arguments) {
        Cli.Ran ran = Cli.run(arguments);
        assertEquals(0, ran.code(), ran.err());
        return new ObjectMapper().readTree(ran.out());
    }

    private static void assertFails(int code, String words, Object... arguments) {
        Cli.Ran ran = Cli.run(arguments);
        assertEquals(code, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals("", ran.out());
    }

    /** Two columns of a file with several. */
    private Path cut(Path from, int column) throws IOException {
        String text = Files.readAllLines(from).stream()
                .map(line -> line.split(",", -1))
                .map(cells -> cells[0] + "," + cells[column])
                .collect(Collectors.joining("\n"));
        return file("column" + column + ".csv", text);
    }

    @Test
    void apple_against_spy_has_the_published_alpha_and_beta() throws IOException {
        Path all = SharedData.path("equities-daily/mag7-spy-adjclose.csv");

        JsonNode json = json("metrics", cut(all, 2), "--benchmark", cut(all, 1), "--periods", "252", "--json");

        assertEquals(0.0056, json.get("metrics").get("alpha").doubleValue(), 5e-5);
        assertEquals(1.23, json.get("metrics").get("beta").doubleValue(), 5e-3);
        assertEquals(1255, json.get("points").intValue());
        JsonNode columns = json(
                "metrics",
                all,
                "--column",
                "AAPL",
                "--benchmark",
                all,
                "--benchmark-column",
                "SPY",
                "--periods",
                "252",
                "--json");
        assertEquals(json.get("metrics"), columns.get("metrics"));
    }

    @Test
    void every_metric_is_there_and_what_is_undefined_is_null_with_its_reason() throws IOException {
        JsonNode json = json("metrics", file("curve.csv", CURVE), "--json");

        assertEquals(Metric.values().length, json.get("metrics").size());
        for (Metric metric : Metric.values()) {
            JsonNode value = json.get("metrics").get(metric.key());
            assertEquals(value.isNull(), json.get("undefinedBecause").has(metric.key()), metric.key());
            assertTrue(value.isNull() || value.isNumber(), metric.key());
        }
        assertEquals(0.2, json.get("metrics").get("totalReturn").doubleValue(), 1e-12);
        assertEquals(
                "no benchmark was given",
                json.get("undefinedBecause").get("alpha").stringValue());
    }

    @Test
    void the_table_says_the_same_in_words() throws IOException {
        Cli.Ran ran = Cli.run("metrics", file("curve.csv", CURVE));

        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out().lines().anyMatch(line -> line.matches("\\| Total return +\\| +20.00 % \\| +\\|")), ran.out());
        assertTrue(
                ran.out().lines().anyMatch(line -> line.matches("\\| Beta +\\| +– \\| no benchmark was given +\\|")),
                ran.out());
    }

    @Test
    void dates_are_joined_and_blank_cells_left_out() throws IOException {
        Path curve = file("curve.csv", CURVE);
        Path other = file(
                "other.csv",
                "time;close\n2020-12-31;9\n2021-01-01;10\n2021-01-02;11\n2021-01-03;\n2021-01-04;12\n2021-01-05;8\n");
        JsonNode json = json("metrics", curve, "--benchmark", other, "--json");

        assertEquals(0.2, json.get("metrics").get("benchmarkTotalReturn").doubleValue(), 1e-12);
        assertEquals(1, json.get("metrics").get("beta").doubleValue(), 1e-9);
    }

    @Test
    void a_file_without_names_and_the_risk_free_rate_are_understood() throws IOException {
        Path plain = file("plain.csv", CURVE.substring(CURVE.indexOf('\n') + 1));
        JsonNode free = json("metrics", file("curve.csv", CURVE), "--json");
        JsonNode json = json("metrics", plain, "--json", "--risk-free", "0.05");

        assertEquals(free.get("metrics").get("totalReturn"), json.get("metrics").get("totalReturn"));
        assertTrue(json.get("metrics").get("sharpe").doubleValue()
                < free.get("metrics").get("sharpe").doubleValue());
    }

    @Test
    void what_cannot_be_read_is_told_with_its_place() throws IOException {
        assertFails(ExitCode.DATA, "no file", "metrics", folder.resolve("none.csv"));
        assertFails(ExitCode.DATA, "is empty", "metrics", file("empty.csv", ""));
        assertFails(
                ExitCode.DATA,
                "line 3 has 'abc' under v",
                "metrics",
                file("a.csv", "d,v\n2021-01-01,1\n2021-01-02,abc\n"));
        assertFails(
                ExitCode.DATA,
                "line 2 begins with 'first', which is no date",
                "metrics",
                file("b.csv", "d,v\nfirst,1\n"));
        assertFails(ExitCode.DATA, "line 3 is of 2020", "metrics", file("c.csv", "d,v\n2021-01-01,1\n2020-01-01,1\n"));
        assertFails(ExitCode.DATA, "one column only", "metrics", file("d.csv", "date\n2021-01-01\n"));
        assertFails(ExitCode.DATA, "has names but no row", "metrics", file("e.csv", "date,v\n"));
        assertFails(ExitCode.DATA, "has no value", "metrics", file("f.csv", "date,v\n2021-01-01,\n"));
        assertFails(ExitCode.DATA, "give each a name", "metrics", file("g.csv", "date,v,v\n2021-01-01,1,2\n"));
    }

    @Test
    void what_makes_no_sense_is_refused() throws IOException {
        Path curve = file("curve.csv", CURVE);
        Path two = file("two.csv", "date,A,B\n2021-01-01,1,2\n2021-01-02,1,2\n");

        assertFails(ExitCode.USAGE, "choose one with --column", "metrics", two);
        assertFails(ExitCode.USAGE, "has no column C: it has A, B", "metrics", two, "--column", "C");
        assertFails(ExitCode.USAGE, "Periods per year", "metrics", curve, "--periods", "0");
        assertFails(ExitCode.USAGE, "without --benchmark", "metrics", curve, "--benchmark-column", "A");
        assertFails(ExitCode.USAGE, "'--periods'", "metrics", curve, "--period", "3");
        assertFalse(Cli.run("metrics").err().isEmpty());
    }
}
