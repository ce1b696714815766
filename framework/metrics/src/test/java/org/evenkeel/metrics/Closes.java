package org.evenkeel.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.evenkeel.testkit.SharedData;

/** Real closes from the data beside the project. */
final class Closes {

    private Closes() {}

    /** One column of a wide CSV of daily closes. */
    static EquityCurve of(String file, String column) {
        List<String[]> rows = rows(SharedData.path(file));
        int at = List.of(rows.getFirst()).indexOf(column);
        List<String[]> body = rows.subList(1, rows.size());
        List<LocalDate> dates =
                body.stream().map(row -> LocalDate.parse(row[0])).toList();
        double[] values =
                body.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
        return EquityCurve.ofDates(dates, values);
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
