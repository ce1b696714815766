package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The data sets beside the repository, used in place; a test that needs an absent one is skipped and says so. */
final class SharedData {

    private SharedData() {}

    /** One column of a wide CSV of daily closes. */
    static EquityCurve closes(String file, String column) {
        List<String[]> rows = rows(find(file));
        int at = List.of(rows.getFirst()).indexOf(column);
        List<String[]> body = rows.subList(1, rows.size());
        List<LocalDate> dates =
                body.stream().map(row -> LocalDate.parse(row[0])).toList();
        double[] values =
                body.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
        return EquityCurve.ofDates(dates, values);
    }

    private static Path find(String file) {
        for (Path folder = Path.of(System.getProperty("user.dir")); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/data").resolve(file);
            if (Files.isRegularFile(found)) {
                return found;
            }
        }
        return abort("Skipped: no shared/data/" + file + " beside the repository; put the data there to run this test");
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
