package org.evenkeel.report.sweep.view;

import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.Unit;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/** Figures and parameters in words. */
final class FigureTexts {
    /** Stands where a figure is undefined; the reason stands beside it or below the table. */
    static final String UNDEFINED = NamedFigure.NONE;

    private FigureTexts() {}

    static String of(Unit unit, double value) {
        return Double.isNaN(value)
                ? UNDEFINED
                : Numbers.withMinus(unit.format(value)).replace(" %", "\u00a0%");
    }

    static String of(SweepMetric metric, double value) {
        return of(metric.unit(), value);
    }

    static String of(Unit unit, Figure figure) {
        return of(unit, figure.find().orElse(Double.NaN));
    }

    /** Why a figure is undefined; empty where it is defined. */
    static String reason(Figure figure) {
        return switch (figure) {
            case Figure.Value value -> "";
            case Figure.Undefined undefined -> undefined.reason().sentence();
        };
    }

    /** fast 14, slow 36: the axes that vary, or all where none does. */
    static String place(SweepPoints points, int point) {
        return parameters(
                points.axes(),
                IntStream.range(0, points.axes().size())
                        .mapToObj(axis -> points.axes().get(axis).values().get(points.at(axis)[point]))
                        .toList());
    }

    static String place(Sweep sweep, Cells cells, int cell) {
        return parameters(
                sweep.points().axes(),
                IntStream.range(0, cells.steps().axes())
                        .mapToObj(axis -> cells.steps().label(axis, cells.at(axis)[cell]))
                        .toList());
    }

    private static String parameters(List<SweepAxis> axes, List<String> values) {
        boolean varies = axes.stream().anyMatch(axis -> axis.size() > 1);
        return IntStream.range(0, axes.size())
                .filter(axis -> !varies || axes.get(axis).size() > 1)
                .mapToObj(axis -> Texts.label(axes.get(axis).name()) + " " + Texts.label(values.get(axis)))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** A probability within a sentence: 35 %, under 1 %. */
    static String share(double share) {
        if (share > 0 && share < 0.01) {
            return "under 1\u00a0%";
        }
        return share > 0.99 && share < 1 ? "over 99\u00a0%" : Math.round(share * 100) + "\u00a0%";
    }

    /** a, b and c. */
    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** 1 run, 2 runs. */
    static String count(long count, String one, String many) {
        return Numbers.count(count, one, many);
    }
}
