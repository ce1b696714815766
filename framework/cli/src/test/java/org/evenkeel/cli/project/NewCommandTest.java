package org.evenkeel.cli.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.cli.Cli;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.MarketDataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {
    @TempDir
    private Path folder;

    private static TreeSet<String> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            TreeSet<String> names = new TreeSet<>();
            found.filter(Files::isRegularFile)
                    .forEach(file -> names.add(root.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/")));
            return names;
        }
    }

    @Test
    void a_project_has_a_strategy_a_test_data_a_build_and_a_page_that_says_what_to_do() throws IOException {
        Cli.Ran ran = Cli.run("new", "weekly-trend-2", "--into", folder);
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                new TreeSet<>(List.of(
                        ".gitignore",
                        "README.md",
                        "data/candles-1h.parquet",
                        "data/pairs.json",
                        "pom.xml",
                        "src/main/java/org/example/weeklytrend2/WeeklyTrend2.java",
                        "src/test/java/org/example/weeklytrend2/WeeklyTrend2Test.java")),
                files(folder.resolve("weekly-trend-2")));
    }

    @Test
    void no_placeholder_is_left_in_any_file() throws IOException {
        Cli.run("new", "my-strategy", "--into", folder);
        Path project = folder.resolve("my-strategy");
        for (String file : files(project)) {
            if (!file.endsWith(".parquet")) {
                String text = Files.readString(project.resolve(file));
                assertFalse(text.matches("(?s).*@[a-z]+@.*"), file + " has a placeholder: " + text);
            }
        }
    }

    @Test
    void the_project_asks_for_the_version_that_made_it() throws IOException {
        Cli.run("new", "my-strategy", "--into", folder);
        String pom = Files.readString(folder.resolve("my-strategy/pom.xml"));
        assertTrue(pom.contains("<evenkeel.version>" + Version.number() + "</evenkeel.version>"), pom);
        assertTrue(Version.number().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), Version.number());
    }

    @Test
    void the_candles_are_labelled_as_made_up() {
        Cli.run("new", "my-strategy", "--into", folder);
        MarketDataSet data = DataSets.open(folder.resolve("my-strategy/data"));
        assertTrue(data.catalog().synthetic());
        assertEquals(4, data.catalog().pairs().size());
    }

    @Test
    void the_command_it_names_next_runs_the_strategy() {
        Cli.run("new", "my-strategy", "--into", folder);
        Path project = folder.resolve("my-strategy");
        Path strategy = project.resolve(ProjectName.of("my-strategy").sourceFile());
        Cli.Ran ran = Cli.run(
                "backtest", strategy, "--data", project.resolve("data"), "--out", folder.resolve("run"), "--json");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("\"MyStrategy\""), ran.out());
    }

    @Test
    void a_folder_with_something_in_it_is_refused_and_left_alone() throws IOException {
        Path there = Files.createDirectories(folder.resolve("my-strategy"));
        Files.writeString(there.resolve("thoughts.txt"), "mine");
        Cli.Ran ran = Cli.run("new", "my-strategy", "--into", folder);
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("not empty"), ran.err());
        assertTrue(ran.err().contains("--into"), ran.err());
        assertEquals(new TreeSet<>(List.of("thoughts.txt")), files(there));
    }

    @Test
    void a_file_of_that_name_is_refused_and_left_alone() throws IOException {
        Path there = Files.writeString(folder.resolve("my-strategy"), "mine");
        Cli.Ran ran = Cli.run("new", "my-strategy", "--into", folder);
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("is a file"), ran.err());
        assertEquals("mine", Files.readString(there));
    }

    @Test
    void an_empty_folder_is_filled() throws IOException {
        Files.createDirectories(folder.resolve("my-strategy"));
        assertEquals(0, Cli.run("new", "my-strategy", "--into", folder).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "My-Strategy",
                "1st",
                "a--b",
                "-a",
                "a-",
                "a_b",
                "a b",
                "../a",
                "a/b",
                "ä",
                "class",
                "int-erface",
                "strategy",
                "parameters",
                "test",
                "string",
                "override",
                "system"
            })
    void a_name_that_java_or_a_file_system_would_trip_over_is_refused_with_a_better_one(String name)
            throws IOException {
        Cli.Ran ran = Cli.run("new", "--into", folder, "--", name);
        assertEquals(2, ran.code(), ran.out());
        assertTrue(ran.err().contains("'" + name + "'"), ran.err());
        assertTrue(ran.err().contains("such as my-strategy"), ran.err());
        assertEquals(new TreeSet<>(), files(folder));
    }

    @ParameterizedTest
    @CsvSource({"my-strategy, MyStrategy", "a, A", "trend2-fast, Trend2Fast", "x-1-y, X1Y", "money, Money"})
    void a_class_is_called_as_the_project_is(String name, String expected) {
        assertEquals(expected, ProjectName.of(name).className());
    }

    @Test
    void where_the_framework_is_not_installed_the_command_that_installs_it_comes_first() throws IOException {
        String before = System.setProperty(
                "maven.repo.local", folder.resolve("repository").toString());
        try {
            Cli.Ran missing = Cli.run("new", "one", "--into", folder);
            assertTrue(missing.out().contains("mvn -q install -DskipTests"), missing.out());
            for (String artifact : List.of("evenkeel", "api", "backtest", "data")) {
                String version = Version.number();
                Path place = folder.resolve("repository/org/evenkeel/" + artifact + "/" + version);
                Files.createDirectories(place);
                Files.writeString(place.resolve(artifact + "-" + version + ".pom"), "");
            }
            Cli.Ran there = Cli.run("new", "two", "--into", folder);
            assertFalse(there.out().contains("install"), there.out());
        } finally {
            if (before == null) {
                System.clearProperty("maven.repo.local");
            } else {
                System.setProperty("maven.repo.local", before);
            }
        }
    }
}
