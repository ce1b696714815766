package org.evenkeel.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.report.frontier.Frontier;
import org.evenkeel.report.picture.PlanePicture;
import org.evenkeel.report.view.Texts;

/** An efficient frontier as a picture. */
public final class FrontierPng {
    private FrontierPng() {}

    /**
     * Writes the picture; replaces the file if it is there.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(Frontier frontier, Path file) {
        PlanePicture picture = new PlanePicture(
                Texts.text(frontier.title()), "volatility of a year, %", "expected return of a year, %");
        if (!frontier.line().isEmpty()) {
            picture.line("efficient frontier", percents(frontier.line(), true), percents(frontier.line(), false));
        }
        if (frontier.riskFree().isPresent() && !frontier.chosen().isEmpty()) {
            Frontier.Point tangent = frontier.chosen().getFirst();
            picture.broken("capital market line", new double[] {0, 100 * tangent.risk()}, new double[] {
                100 * frontier.riskFree().getAsDouble(), 100 * tangent.expected()
            });
        }
        picture.points("assets", points(frontier.assets())).chosen("portfolios", points(frontier.chosen()));
        Documents.write(file, picture.png());
    }

    private static double[] percents(List<Frontier.Point> points, boolean risk) {
        return points.stream()
                .mapToDouble(point -> 100 * (risk ? point.risk() : point.expected()))
                .toArray();
    }

    private static List<PlanePicture.Point> points(List<Frontier.Point> points) {
        return points.stream()
                .map(point ->
                        new PlanePicture.Point(Texts.label(point.name()), 100 * point.risk(), 100 * point.expected()))
                .toList();
    }
}
