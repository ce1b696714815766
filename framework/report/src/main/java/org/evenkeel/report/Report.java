package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.evenkeel.report.page.Page;

/**
 * The report of a run: one HTML file that holds all it needs, loads nothing, and can be read offline, in print and in
 * the dark.
 *
 * <pre>{@code
 * Report.write(ReportInput.of(ledger).withMarket(history), folder.resolve("report.html"));
 * }</pre>
 */
public final class Report {
    private Report() {}

    /**
     * Writes the report of a run. The same input gives the same file, to the last byte. A reader sees the old file or
     * the new one, never a part.
     *
     * @param input what to report on
     * @param file where to; replaced if it is there
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(ReportInput input, Path file) {
        Documents.write(file, Page.of(RunFigures.run(input)));
    }
}
