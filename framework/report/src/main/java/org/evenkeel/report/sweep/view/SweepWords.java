package org.evenkeel.report.sweep.view;

import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.report.view.Texts;

/** The names and figures of a sweep as a picture shows them. */
public final class SweepWords {
    private final Sweep sweep;

    /** The words of a sweep. */
    public SweepWords(Sweep sweep) {
        this.sweep = sweep;
    }

    /** The heading of a picture of a metric. */
    public String title(int metric) {
        return title(Texts.label(sweep.points().metrics().get(metric).label()));
    }

    /** The heading of another picture. */
    public String title(String what) {
        String title = Texts.label(sweep.input().subject().strategy()) + " on "
                + Texts.label(sweep.input().subject().data().name()) + ": " + what;
        return sweep.isSynthetic() ? title + " (synthetic data)" : title;
    }

    /** A figure of a metric. */
    public String figure(int metric, double value) {
        return FigureTexts.of(sweep.points().metrics().get(metric), value);
    }

    /** The name of a metric. */
    public String metric(int metric) {
        return Texts.label(sweep.points().metrics().get(metric).label());
    }

    /** The name of an axis. */
    public String axis(int axis) {
        return Texts.label(sweep.points().axes().get(axis).name());
    }

    /** The labels of an axis' steps. */
    public List<String> labels(int axis) {
        return sweep.cells().steps().labels(axis).stream().map(Texts::label).toList();
    }

    /** fast 14, slow 36, as the best has them; empty text where there is none. */
    public String best() {
        return sweep.input()
                .best()
                .map(best -> FigureTexts.list(IntStream.of(sweep.varied())
                        .mapToObj(axis -> axis(axis) + " "
                                + Texts.label(best.parameters()
                                        .getOrDefault(
                                                sweep.points().axes().get(axis).name(), "")))
                        .toList()))
                .orElse("");
    }
}
