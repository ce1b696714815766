package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.report.page.SweepPage;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.view.Sweep;

/**
 * The report of a sweep: one HTML file that holds all it needs, loads nothing, and can be read offline, in print and in
 * the dark.
 *
 * <pre>{@code
 * SweepReport.write(input, folder);
 * }</pre>
 */
public final class SweepReport {
    /** The name of the report in its folder. */
    public static final String FILE = "report.html";

    private SweepReport() {}

    /**
     * Writes the report. The same input gives the same file, to the last byte. A reader sees the old file or the new
     * one, never a part.
     *
     * @param folder where to; it exists
     * @return the file
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path write(SweepInput input, Path folder) {
        return Documents.write(folder.resolve(FILE), SweepPage.of(new Sweep(input), Optional.empty()));
    }

    /**
     * Writes a report that shares the library that draws with the other reports of a folder of sweeps: the library lies
     * in that folder once, and is a megabyte less in each. The report can be moved with the whole folder alone.
     *
     * @param folder where to: a folder within a folder of sweeps
     * @return the file
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path writeSharing(SweepInput input, Path folder) {
        Path shared = folder.toAbsolutePath().normalize().resolveSibling(SweepPage.CHARTS_FILE);
        if (!Files.isRegularFile(shared)) {
            Documents.write(shared, SweepPage.charts());
        }
        String page = SweepPage.of(new Sweep(input), Optional.of("../" + SweepPage.CHARTS_FILE));
        return Documents.write(folder.resolve(FILE), page);
    }
}
