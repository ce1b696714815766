package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.report.WalkReport;
import org.evenkeel.report.sweep.SweepCurve;
import org.evenkeel.report.sweep.SweepFigure;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepWalkForward;
import org.evenkeel.report.sweep.WalkInput;
import org.evenkeel.sweep.subject.Held;

/** The page of a walk-forward, from what came of it. */
final class WalkForwardPages {
    private static final List<Metric> SHOWN = List.of(
            Metric.TOTAL_RETURN,
            Metric.CAGR,
            Metric.VOLATILITY,
            Metric.SHARPE,
            Metric.SORTINO,
            Metric.MAX_DRAWDOWN,
            Metric.CALMAR);

    private WalkForwardPages() {}

    /** Writes the page, and returns its file. */
    static Path write(WalkForwardSummary summary, Path folder) {
        return folder.resolve(WalkReport.write(of(summary), folder).getFileName());
    }

    private static WalkInput of(WalkForwardSummary summary) {
        SweepSetup setup = summary.setup();
        SweepMetric metric = SweepMetric.ofKey(summary.figure());
        boolean turned = metric.higherIsBetter() == setup.objective().smaller();
        List<SweepFigure> figures = summary.only().stream()
                .flatMap(history -> SHOWN.stream()
                        .map(shown -> SweepFigure.of(history.figures().figures().get(shown.ordinal()))))
                .toList();
        List<String> notes = new ArrayList<>(setup.base().notes());
        setup.form()
                .obstacle()
                .ifPresent(why -> notes.add("The engine was run, not the vectorised form, for " + why + "."));
        summary.scheme().remark().ifPresent(notes::add);
        notes.addAll(summary.failures());
        return new WalkInput(
                SweepPages.subject(
                        setup,
                        (isWalk(summary) ? "Walk-forward of " : "Cross-validation of ")
                                + setup.base().strategy().name()),
                new SweepWalkForward(
                        summary.scheme().words(),
                        turned ? metric.reversed() : metric,
                        summary.folds().stream().map(WalkForwardPages::fold).toList(),
                        curves(summary),
                        figures),
                new WalkInput.Kept(summary.together(), summary.efficiency()),
                notes);
    }

    /** Whether each choice was made on the past alone. */
    private static boolean isWalk(WalkForwardSummary summary) {
        return summary.folds().stream().allMatch(fold -> fold(fold).isOnThePast());
    }

    private static SweepWalkForward.Fold fold(WalkForwardSummary.Fold fold) {
        return new SweepWalkForward.Fold(
                windows(fold.train()),
                windows(fold.test()),
                fold.chosen(),
                Figure.of(fold.inSample(), UndefinedReason.TOO_FEW_RETURNS),
                Figure.of(fold.outOfSample(), UndefinedReason.TOO_FEW_RETURNS));
    }

    private static List<SweepWalkForward.Window> windows(List<WalkForwardSummary.Window> windows) {
        return windows.stream()
                .map(window -> new SweepWalkForward.Window(window.from(), window.to()))
                .toList();
    }

    /** The tests put together, and buy and hold over the same time. */
    private static List<SweepCurve> curves(WalkForwardSummary summary) {
        List<SweepCurve> curves = new ArrayList<>();
        Optional<WalkForwardSummary.History> only = summary.only();
        for (WalkForwardSummary.History history : summary.histories()) {
            String name = only.isPresent() ? "Out of sample" : "History " + (curves.size() + 1);
            curves.add(new SweepCurve(
                    name, history.curve().times(), history.curve().equity()));
        }
        EquityCurve first = summary.histories().getFirst().curve();
        double[] held = new Held(summary.setup().base().history(), first.times()).values(first.equity()[0]);
        curves.add(new SweepCurve("Buy and hold", first.times(), held));
        return curves;
    }
}
