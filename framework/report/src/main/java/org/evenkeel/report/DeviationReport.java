package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.evenkeel.report.deviation.DeviationInput;
import org.evenkeel.report.page.DeviationPage;

/**
 * The page of a deviation: one HTML file that holds all it needs, loads nothing, and can be read offline, in print and in
 * the dark.
 */
public final class DeviationReport {
    private DeviationReport() {}

    /**
     * Writes the page. The same input gives the same file, to the last byte. A reader sees the old file or the new one,
     * never a part.
     *
     * @param file where to; its folder exists
     * @return the file
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path write(DeviationInput input, Path file) {
        return Documents.write(file, DeviationPage.of(input));
    }
}
