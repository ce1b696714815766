package org.evenkeel.cli.search;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.metrics.EquityCurve;

/** A walk-forward on disk: its summary, and the equity of its tests as {@code evenkeel metrics} reads it. */
final class WalkForwardFiles {
    /** The summary. */
    static final String SUMMARY = "walk-forward.json";
    /** The equity of the tests. */
    static final String EQUITY = "equity.csv";

    private WalkForwardFiles() {}

    static void write(Path folder, WalkForwardSummary summary, Optional<Path> page) {
        DurableFiles.replace(
                folder.resolve(SUMMARY),
                WalkForwardJson.of(summary, folder, page).getBytes(StandardCharsets.UTF_8));
        summary.only()
                .ifPresent(
                        history -> DurableFiles.replace(folder.resolve(EQUITY), path -> equity(path, history.curve())));
    }

    private static void equity(Path path, EquityCurve curve) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(path)) {
            csv.writeRecord("date", "value");
            for (int point = 0; point < curve.size(); point++) {
                csv.writeRecord(
                        Instant.ofEpochMilli(curve.times()[point]).toString(), Double.toString(curve.equity()[point]));
            }
        }
    }
}
