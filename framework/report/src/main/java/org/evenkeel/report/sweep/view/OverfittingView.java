package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.overfitting.OverfittingEstimate.Splits;
import org.evenkeel.report.sweep.OverfittingFigure;
import org.evenkeel.report.sweep.OverfittingTest;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepOverfitting;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * How much of the best is luck.
 *
 * @param rows what each test says
 * @param splits how many splits of the time there are to draw
 * @param island their logits, counted, and their Sharpe ratios in and out of sample; empty where there are none
 */
public record OverfittingView(List<Row> rows, int splits, Optional<Island> island) {
    private static final int MOST_POINTS = 2_000;

    /**
     * One test.
     *
     * @param label its name
     * @param value what it says
     * @param reason why it says nothing; empty where it does
     * @param meaning what that means, in a sentence; empty where it says nothing
     * @param formula how it is computed
     * @param source where the definition comes from
     */
    public record Row(String label, String value, String reason, String meaning, String formula, String source) {}

    /** The tests of a sweep. */
    public static OverfittingView of(Sweep sweep) {
        SweepOverfitting tested = sweep.input().overfitting();
        List<Row> rows = tested.figures().stream()
                .map(figure -> row(figure, tested.trials()))
                .toList();
        return new OverfittingView(
                rows,
                tested.splits().map(splits -> splits.logits().length).orElse(0),
                tested.splits().filter(splits -> splits.logits().length > 0).map(splits -> island(splits, tested)));
    }

    private static Row row(OverfittingFigure figure, long trials) {
        OverfittingTest test = figure.test();
        boolean isKnown = figure.value().isPresent();
        return new Row(
                test.label(),
                isKnown ? text(test, figure.value().getAsDouble()) : FigureTexts.UNDEFINED,
                Texts.text(figure.reason()),
                isKnown ? Meanings.of(test, figure.value().getAsDouble(), trials) : "",
                test.formula(),
                test.source());
    }

    static String text(OverfittingTest test, double value) {
        return test == OverfittingTest.MINIMUM_LENGTH || test == OverfittingTest.LENGTH
                ? Numbers.oneDecimal(value) + " years"
                : FigureTexts.of(test.unit(), value);
    }

    /** Why a test says nothing. */
    static String reason(SweepInput input, OverfittingTest test) {
        return input.overfitting().figures().stream()
                .filter(figure -> figure.test() == test)
                .findFirst()
                .map(figure -> Texts.text(figure.reason()))
                .orElse("it was not computed");
    }

    private static Island island(Splits splits, SweepOverfitting tested) {
        Histogram histogram = Histogram.of(splits.logits());
        Sample sample = Sample.of(splits.logits().length, MOST_POINTS);
        double year = Math.sqrt(tested.periodsPerYear());
        return new Island("overfitting")
                .with("edges", new Island.Column(histogram.edges(), 4))
                .with("counts", histogram.counts())
                .with("inSample", scaled(sample.of(splits.inSample()), year))
                .with("outOfSample", scaled(sample.of(splits.outOfSample()), year));
    }

    private static Island.Column scaled(double[] column, double factor) {
        return new Island.Column(
                Arrays.stream(column).map(value -> value * factor).toArray(), 4);
    }
}
