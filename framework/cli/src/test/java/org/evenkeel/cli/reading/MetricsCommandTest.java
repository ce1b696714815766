package org.evenkeel.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
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
        assertTrue(json.get("metrics").get("probabilisticSharpe").doubleValue()
                < free.get("metrics").get("probabilisticSharpe").doubleValue());
    }

    @Test
    void rows_without_a_value_are_left_out_and_counted() throws IOException {
        Path gaps = file("gaps.csv", "date,A\n2021-01-01,100\n2021-01-02,\n2021-01-03,NaN\n2021-03-04,120\n");
        Path other = file("other.csv", "date,B\n2021-01-01,10\n2021-03-04,11\n2021-03-05,-\n");

        Cli.Ran ran = Cli.run("metrics", gaps, "--benchmark", other, "--json");

        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.err().contains("2 of 4 rows of " + gaps + " are left out, for they have no value under A."),
                ran.err());
        assertTrue(ran.err().contains("1 of 3 rows of " + other), ran.err());
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertEquals(2, json.get("points").intValue());
        assertEquals(2, json.get("leftOut").get("rows").intValue());
        assertEquals(
                "they have no value under A", json.get("leftOut").get("because").stringValue());
        assertEquals(1, json.get("benchmark").get("leftOut").get("rows").intValue());
        assertEquals(2, json.get("benchmark").get("common").intValue());
        Cli.Ran whole = Cli.run("metrics", file("curve.csv", CURVE), "--json");
        assertFalse(whole.err().contains("left out"), whole.err());
        assertEquals(
                0,
                new ObjectMapper()
                        .readTree(whole.out())
                        .get("leftOut")
                        .get("rows")
                        .intValue());
    }

    @Test
    void a_benchmark_of_other_dates_is_refused_with_the_dates_of_both() throws IOException {
        Path curve = file("curve.csv", CURVE);
        Path later = file("later.csv", "date,B\n2022-01-01,10\n2022-01-02T12:00:00Z,11\n");

        assertFails(
                ExitCode.DATA,
                "the one goes from 2021-01-01 to 2021-01-04, the other from 2022-01-01 to 2022-01-02T12:00:00Z.",
                "metrics",
                curve,
                "--benchmark",
                later);
        Path two = file("two.csv", "date,B\n2021-01-01,10\n2021-01-04,11\n");
        assertTrue(
                Cli.run("metrics", curve, "--benchmark", two).err().contains("over the 2 of 4 dates that both have"));
    }

    @Test
    void three_days_tell_no_figure_of_a_year_unless_the_periods_of_one_are_given() throws IOException {
        Path curve = file("curve.csv", CURVE);

        JsonNode json = json("metrics", curve, "--json");
        assertTrue(json.get("metrics").get("cagr").isNull());
        for (String figure : List.of("cagr", "volatility", "sharpe", "sortino", "periodsPerYear")) {
            assertTrue(json.get("metrics").get(figure).isNull(), figure);
            assertTrue(json.get("undefinedBecause").get(figure).stringValue().contains("30 days"), figure);
        }
        assertTrue(Cli.run("metrics", curve).err().contains("is 3 days long, and they are given from 30 days on."));
        assertEquals(
                Math.pow(1.2, 252 / 3.0) - 1,
                json("metrics", curve, "--periods", "252", "--json")
                        .get("metrics")
                        .get("cagr")
                        .doubleValue(),
                1e-3);
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
