package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenkeel.metrics.Figure;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepWalkForward;
import org.evenkeel.report.sweep.SweepWalkForward.Fold;
import org.evenkeel.report.sweep.SweepWalkForward.Window;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.LineData;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * The same search over and over, its choices run on what came next.
 *
 * @param way how choices were made and tested
 * @param scheme how time was cut
 * @param sentence how much of the figure was left out of sample
 * @param rows the choices
 * @param figures of the stitched equity
 * @param folds the times of choosing and of running, for a chart
 * @param equity the stitched equity; empty where it was not kept
 */
public record WalkForwardView(
        String way,
        String scheme,
        String sentence,
        List<Row> rows,
        List<BestView.Row> figures,
        Island folds,
        Optional<Island> equity) {
    /**
     * One choice.
     *
     * @param train the stretches of time of choosing
     * @param test the stretches of time of running
     * @param parameters what was chosen
     * @param inSample its measure in the time of choosing
     * @param outOfSample its measure in the time after
     * @param reason why one of the two is undefined; empty where both are defined
     */
    public record Row(
            List<String> train,
            List<String> test,
            String parameters,
            String inSample,
            String outOfSample,
            String reason) {}

    /** Whether some fold has several stretches of time. */
    public boolean isCut() {
        return rows.stream()
                .anyMatch(row -> row.train().size() > 1 || row.test().size() > 1);
    }

    /** The walk-forward of a sweep; empty where none was made. */
    public static Optional<WalkForwardView> of(Sweep sweep) {
        return sweep.input().walkForward().map(WalkForwardView::of);
    }

    /** Choices, made again and again, and what came of each. */
    public static WalkForwardView of(SweepWalkForward walk) {
        SweepMetric measure = walk.measure();
        boolean past = walk.folds().stream().allMatch(Fold::isOnThePast);
        return new WalkForwardView(
                past
                        ? "The same search, made on the past alone again and again, its choice run on what came next"
                        : "The same runs, compared on most of the time again and again, the choice tested on the rest",
                Texts.text(walk.scheme()),
                sentence(walk.folds(), measure),
                walk.folds().stream().map(fold -> row(fold, measure)).toList(),
                BestView.rows(walk.figures()),
                island(walk.folds(), measure),
                walk.curves().isEmpty()
                        ? Optional.empty()
                        : Optional.of(LineData.island("walk", BestView.lines(walk.curves()))));
    }

    private static String sentence(List<Fold> folds, SweepMetric measure) {
        double[] in = defined(folds.stream().map(Fold::inSample));
        double[] out = defined(folds.stream().map(Fold::outOfSample));
        if (in.length == 0 || out.length == 0) {
            return "No fold has a figure both in and out of sample.";
        }
        return "On average the choice had " + FigureTexts.of(measure, mean(in)) + " while it was chosen and "
                + FigureTexts.of(measure, mean(out)) + " on what it was tested on (" + Texts.label(measure.label())
                + ", "
                + FigureTexts.count(folds.size(), "fold", "folds") + ").";
    }

    static double[] defined(Stream<Figure> figures) {
        return figures.flatMapToDouble(figure -> figure.find().stream()).toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static Row row(Fold fold, SweepMetric measure) {
        List<String> parameters = new ArrayList<>();
        fold.parameters().forEach((name, value) -> parameters.add(Texts.label(name) + " " + Texts.label(value)));
        String reason = FigureTexts.reason(fold.outOfSample());
        return new Row(
                words(fold.train()),
                words(fold.test()),
                String.join(", ", parameters),
                FigureTexts.of(measure.unit(), fold.inSample()),
                FigureTexts.of(measure.unit(), fold.outOfSample()),
                reason.isEmpty() ? FigureTexts.reason(fold.inSample()) : reason);
    }

    private static List<String> words(List<Window> windows) {
        return windows.stream()
                .map(window -> Numbers.date(window.from()) + " to " + Numbers.date(window.to()))
                .toList();
    }

    /** From and to of each, one after the other. */
    private static long[] times(List<Window> windows) {
        return windows.stream()
                .flatMapToLong(window ->
                        LongStream.of(window.from().toEpochMilli(), window.to().toEpochMilli()))
                .toArray();
    }

    private static Island island(List<Fold> folds, SweepMetric measure) {
        List<Object> rows = new ArrayList<>();
        for (Fold fold : folds) {
            rows.add(List.of(
                    times(fold.train()),
                    times(fold.test()),
                    row(fold, measure).parameters(),
                    new Island.Column(new double[] {value(fold.inSample()), value(fold.outOfSample())}, 4)));
        }
        return new Island("folds").with("metric", MapView.metric(measure)).with("folds", rows);
    }

    private static double value(Figure figure) {
        return figure.find().orElse(Double.NaN);
    }
}
