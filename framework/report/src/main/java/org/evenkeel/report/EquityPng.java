package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.report.picture.TimePicture;
import org.evenkeel.report.view.Benchmarks;
import org.evenkeel.report.view.LineData;
import org.evenkeel.report.view.Run;

/**
 * The equity of a run as a picture for a README: against equal weight and the first pair, on white. It needs no
 * display; a program that has one and does not want it runs with {@code -Djava.awt.headless=true}.
 */
public final class EquityPng {
    private static final int MOST_BENCHMARKS = 2;

    private EquityPng() {}

    /**
     * Writes the picture; replaces the file if it is there.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(ReportInput input, Path file) {
        Documents.write(file, picture(RunFigures.run(input)).png());
    }

    private static TimePicture picture(Run run) {
        long[] times = run.curve().times();
        TimePicture picture = new TimePicture(RunPictures.title(run, ""), "USD")
                .main(new LineData("Strategy", times, run.curve().equity()));
        List<Benchmarks.Line> lines = run.benchmarks().lines();
        for (int i = 0; i < Math.min(MOST_BENCHMARKS, lines.size()); i++) {
            picture.other(
                    new LineData(
                            lines.get(i).name() + ", held", times, lines.get(i).values()),
                    i);
        }
        return picture;
    }
}
