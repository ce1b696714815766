package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says, in its order: its strategies are compiled and run, its commands end well. */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");
    private static final int HOURS = 24 * 7 * 12;

    @TempDir
    private Path folder;

    @Test
    void everything_the_readme_shows_works_in_its_order() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("WMATIC-USDC_1h.csv"), export());
        Files.writeString(folder.resolve("prices.csv"), closes());
        Path password = Files.writeString(folder.resolve("password.txt"), "a long one");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        List<String> commands = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(readme()).results().toList()) {
            if (block.group(1).equals("java")) {
                save(block.group(2));
            } else {
                block.group(2)
                        .lines()
                        .filter(line -> line.startsWith("./evenkeel "))
                        .forEach(commands::add);
            }
        }
        assertTrue(commands.size() > 10, commands.toString());
        for (String command : commands) {
            run(command);
        }
    }

    /** What takes a chain is shown with what it printed; here it is seen to it that all of its words are understood. */
    @Test
    void commands_that_are_shown_with_their_output_have_the_options_that_they_name() throws IOException {
        List<String> shown = readme().lines()
                .filter(line -> line.startsWith("$ ./evenkeel "))
                .toList();
        assertTrue(shown.size() > 3, shown.toString());
        for (String line : shown) {
            String[] words = line.substring("$ ./evenkeel ".length()).strip().split(" +");
            assertDoesNotThrow(() -> Main.program(words).parseArgs(words), line);
        }
    }

    private static String readme() throws IOException {
        Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (!Files.exists(at.resolve("evenkeel"))) {
            at = at.getParent();
        }
        return Files.readString(at.resolve("README.md"));
    }

    private void save(String source) throws IOException {
        MatchResult name = CLASS.matcher(source).results().findFirst().orElseThrow();
        Files.writeString(folder.resolve(name.group(1) + ".java"), source);
    }

    /** Runs a command where a user would: in a folder of its own, as a process of its own. */
    private void run(String command) throws IOException, InterruptedException {
        List<String> typed = List.of(command.replaceAll("#.*", "").strip().split(" +"));
        Path said = folder.resolve("said");
        Process process = OwnProcess.start(typed.subList(1, typed.size()), folder, said);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), () -> command + " said: " + read(said));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "nothing that can be read: " + e;
        }
    }

    /** Daily closes of three assets. */
    private static String closes() {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder csv = new StringBuilder("date,AAA,BBB,CCC\n");
        double[] prices = {100, 20, 3};
        for (int day = 0; day < 250; day++) {
            csv.append(LocalDate.parse("2023-01-02").plusDays(day));
            for (int asset = 0; asset < prices.length; asset++) {
                prices[asset] *= Math.exp(0.001 + 0.01 * (asset + 1) * random.nextGaussian());
                csv.append(',').append(prices[asset]);
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    /** Hourly candles as an exchange exports them. */
    private static String export() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double open = 1.2;
        long first = Instant.parse("2021-06-01T00:00:00Z").getEpochSecond();
        for (int hour = 0; hour < HOURS; hour++) {
            double close = open * Math.exp(0.01 * random.nextGaussian());
            csv.append(first + hour * 3600L).append(',').append(open).append(',');
            csv.append(Math.max(open, close))
                    .append(',')
                    .append(Math.min(open, close))
                    .append(',');
            csv.append(close).append(",1000\n");
            open = close;
        }
        return csv.toString();
    }
}
