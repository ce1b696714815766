package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.metrics.Unit;
import org.evenkeel.report.sweep.SweepCurve;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepSubject;
import org.evenkeel.report.sweep.SweepWalkForward.Fold;
import org.evenkeel.report.sweep.WalkInput;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * What was walked and what came of it, in words.
 *
 * @param title the heading
 * @param walked what was run
 * @param found what was found
 * @param tiles the figures to know first
 * @param facts what the figures rest on
 */
public record WalkSummary(
        String title, String walked, String found, List<Summary.Tile> tiles, List<Summary.Tile> facts) {
    /** The summary of a walk. */
    public static WalkSummary of(WalkInput input) {
        return new WalkSummary(
                Texts.text(input.subject().title()),
                walked(input),
                found(input),
                tiles(input),
                Summary.facts(input.subject()));
    }

    private static String walked(WalkInput input) {
        SweepSubject subject = input.subject();
        return Texts.label(subject.strategy()) + " was run " + subject.form().label() + " on "
                + Texts.label(subject.data().name()) + ", from "
                + Numbers.date(subject.data().from()) + " to "
                + Numbers.date(subject.data().to()) + ". Its parameters were chosen "
                + FigureTexts.count(input.walk().folds().size(), "time", "times") + " by "
                + Texts.label(input.walk().measure().label()) + ": "
                + Texts.text(input.walk().scheme()) + ".";
    }

    private static String found(WalkInput input) {
        double[] tested = tested(input.walk().curves());
        String least = Numbers.change(tested[0]);
        String most = Numbers.change(tested[tested.length - 1]);
        String histories = tested.length == 1 ? "" : " in " + tested.length + " histories that the tests make";
        String made =
                "Out of sample the choices made " + (least.equals(most) ? least : least + " to " + most) + histories;
        SweepCurve last = input.walk().curves().getLast();
        return input.walk().curves().size() == 1
                ? made + "."
                : made + ". " + Texts.label(last.name()) + " made " + Numbers.change(growth(last))
                        + " over the same time.";
    }

    /** What each history made, the worst first; the last curve is what they are seen against, unless it is the only one. */
    private static double[] tested(List<SweepCurve> curves) {
        return curves.stream()
                .limit(Math.max(1, curves.size() - 1))
                .mapToDouble(WalkSummary::growth)
                .sorted()
                .toArray();
    }

    private static double growth(SweepCurve curve) {
        return curve.values()[curve.values().length - 1] / curve.values()[0] - 1;
    }

    private static List<Summary.Tile> tiles(WalkInput input) {
        SweepMetric objective = input.walk().measure();
        List<Fold> folds = input.walk().folds();
        double[] promised = WalkForwardView.defined(folds.stream().map(Fold::inSample));
        double[] kept = WalkForwardView.defined(folds.stream().map(Fold::outOfSample));
        List<Summary.Tile> tiles = new ArrayList<>();
        tiles.add(new Summary.Tile(
                Texts.label(objective.label()) + " promised",
                FigureTexts.of(objective, WalkForwardView.mean(promised)),
                "mean in sample"));
        tiles.add(new Summary.Tile(
                Texts.label(objective.label()) + " kept",
                FigureTexts.of(objective, input.kept().together().orElseGet(() -> WalkForwardView.mean(kept))),
                input.kept().together().isPresent() ? "of the tests put together" : "mean out of sample"));
        tiles.add(new Summary.Tile(
                "Efficiency",
                input.kept().efficiency().isPresent()
                        ? FigureTexts.of(Unit.PERCENT, input.kept().efficiency().getAsDouble())
                        : FigureTexts.UNDEFINED,
                input.kept().efficiency().isPresent()
                        ? "of what was promised was kept"
                        : "no rate of which more is better was promised above 0"));
        double[] tested = tested(input.walk().curves());
        tiles.add(new Summary.Tile(
                tested.length == 1 ? "Total return" : "Worst history",
                FigureTexts.of(Unit.PERCENT, tested[0]),
                "out of sample"));
        return tiles;
    }
}
