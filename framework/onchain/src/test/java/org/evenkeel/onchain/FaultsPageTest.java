package org.evenkeel.onchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of faults names tests: each of them is there, and each control stands on the page. */
final class FaultsPageTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+)\\.([a-z][a-z0-9_]+)`");
    private static final Pattern CONTROL = Pattern.compile("void (control_[a-z0-9_]+)\\(");

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("framework/onchain/FAULTS.md"))) {
            at = at.getParent();
        }
        return at;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the names of their classes, all tests of a folder's modules; a name may be that of several. */
    private static Map<String, String> tests(Path folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> file.toString().contains("/src/test/"))
                    .forEach(file -> sources.merge(
                            file.getFileName().toString().replace(".java", ""), read(file), String::concat));
        }
        return sources;
    }

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        Path root = root();
        Map<String, String> sources = new HashMap<>();
        for (String room : List.of("framework", "state", "universe")) {
            tests(root.resolve(room)).forEach((name, text) -> sources.merge(name, text, String::concat));
        }
        List<String> missing = new ArrayList<>();
        List<MatchResult> named = NAMED.matcher(read(root.resolve("framework/onchain/FAULTS.md")))
                .results()
                .toList();
        for (MatchResult one : named) {
            if (!sources.getOrDefault(one.group(1), "").contains("void " + one.group(2) + "(")) {
                missing.add(one.group());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(named.size() > 100, "the page names " + named.size() + " tests");
    }

    @Test
    void every_control_of_what_trades_stands_on_the_page() throws IOException {
        Path root = root();
        String page = read(root.resolve("framework/onchain/FAULTS.md"));
        List<String> unnamed = new ArrayList<>();
        for (String module : List.of("onchain", "live", "cli")) {
            tests(root.resolve("framework").resolve(module))
                    .forEach((name, text) -> CONTROL.matcher(text)
                            .results()
                            .map(found -> name + "." + found.group(1))
                            .filter(control -> !page.contains(control))
                            .forEach(unnamed::add));
        }
        assertEquals(List.of(), unnamed);
    }
}
