package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.evenkeel.report.page.WalkPage;
import org.evenkeel.report.sweep.WalkInput;

/**
 * The report of a walk-forward or a cross-validation: one HTML file that holds all it needs, loads nothing, and can be
 * read offline, in print and in the dark.
 */
public final class WalkReport {
    private WalkReport() {}

    /**
     * Writes the report. The same input gives the same file, to the last byte. A reader sees the old file or the new
     * one, never a part.
     *
     * @param folder where to; it exists
     * @return the file
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path write(WalkInput input, Path folder) {
        return Documents.write(folder.resolve(SweepReport.FILE), WalkPage.of(input));
    }
}
