package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.page.SweepPage;
import org.evenkeel.report.picture.HeatMapPicture;
import org.evenkeel.report.picture.ParallelPicture;
import org.evenkeel.report.picture.ParameterPicture;
import org.evenkeel.report.picture.TimePicture;
import org.evenkeel.report.sweep.SweepBest;
import org.evenkeel.report.sweep.SweepCurve;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.view.HeatMap;
import org.evenkeel.report.sweep.view.Sweep;
import org.evenkeel.report.sweep.view.SweepWords;
import org.evenkeel.report.view.LineData;
import org.evenkeel.report.view.Texts;

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

    /**
     * Writes the sweep as pictures: {@code map.png}, {@code parallel.png} where it has more than two parameters, and
     * {@code best.png}, the equity of the best run, where that was kept.
     *
     * @param folder where to; it exists
     * @return the files
     * @throws UncheckedIOException when they cannot be written
     */
    public static List<Path> writePictures(SweepInput input, Path folder) {
        Sweep sweep = new Sweep(input);
        List<Path> files = new ArrayList<>();
        int[] axes = sweep.varied();
        if (axes.length > 0 && sweep.hasPoints()) {
            HeatMap.Choice choice = new HeatMap.Choice(
                    sweep.objective(), axes[0], axes[Math.min(1, axes.length - 1)], sweep.usualRest());
            files.add(Documents.write(folder.resolve("map.png"), map(sweep, HeatMap.of(sweep, choice))));
        }
        if (axes.length > 2 && sweep.hasPoints()) {
            files.add(Documents.write(folder.resolve("parallel.png"), ParallelPicture.png(sweep)));
        }
        input.best()
                .filter(best -> !best.curves().isEmpty())
                .ifPresent(best -> files.add(Documents.write(folder.resolve("best.png"), equity(sweep, best))));
        return files;
    }

    private static byte[] map(Sweep sweep, HeatMap map) {
        return map.values().length == 1 && sweep.isNumber(map.choice().x())
                ? ParameterPicture.png(sweep, map)
                : HeatMapPicture.png(sweep, map);
    }

    private static byte[] equity(Sweep sweep, SweepBest best) {
        SweepWords words = new SweepWords(sweep);
        TimePicture picture = new TimePicture(words.title("best run, " + words.best()), "USD");
        for (int i = 0; i < best.curves().size(); i++) {
            SweepCurve curve = best.curves().get(i);
            LineData line = new LineData(Texts.label(curve.name()), curve.times(), curve.values());
            picture = i == 0 ? picture.main(line) : picture.other(line, i - 1);
        }
        return picture.png();
    }
}
