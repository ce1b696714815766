package org.evenkeel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What the launcher's cache of loaded classes is made from: a few short commands of every kind in one process, in an empty
 * working folder. What they use starts fast later.
 */
public final class Training {
    private static final int DAYS = 400;

    private Training() {}

    /**
     * Runs the commands.
     *
     * @param arguments none
     * @throws IOException when the working folder cannot be written to
     */
    public static void main(String[] arguments) throws IOException {
        Path prices = Files.writeString(Path.of("prices.csv"), prices());
        List<List<String>> commands = List.of(
                List.of("demo"),
                List.of("data", "import", prices.toString(), "--fee-bps", "10", "--out", "prices"),
                List.of("sweep", "SmaCrossover", "--data", "prices", "--grid", "fast=5:12", "--grid", "slow=8:24:2"),
                List.of("sweep", "WeeklyMomentum", "--grid", "topCount=2:4", "--permutations", "3", "--json"));
        int code = 0;
        for (List<String> command : commands) {
            code = Math.max(code, Main.run(command.toArray(String[]::new)));
        }
        System.exit(code);
    }

    /** Closes of two stocks that go up and down. */
    private static String prices() {
        StringBuilder csv = new StringBuilder("date,ONE,TWO\n");
        LocalDate day = LocalDate.parse("2021-01-04");
        for (int i = 0; i < DAYS; i++) {
            csv.append(day.plusDays(i))
                    .append(',')
                    .append(100 + 10 * Math.sin(i / 9.0) + i / 20.0)
                    .append(',')
                    .append(50 + 8 * Math.cos(i / 13.0))
                    .append('\n');
        }
        return csv.toString();
    }
}
