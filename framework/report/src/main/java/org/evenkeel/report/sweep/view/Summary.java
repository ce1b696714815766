package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.metrics.Unit;
import org.evenkeel.report.sweep.OverfittingTest;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepBest;
import org.evenkeel.report.sweep.SweepCounts;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepSubject;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * What was swept and what came of it, in words.
 *
 * @param title the heading
 * @param swept what was run
 * @param found what was found
 * @param verdict whether that is likely luck
 * @param tiles the figures to know first
 * @param facts what the figures rest on
 */
public record Summary(String title, String swept, String found, Verdict verdict, List<Tile> tiles, List<Tile> facts) {
    /**
     * A named figure or fact.
     *
     * @param name what it is
     * @param text what it says
     * @param note what it should be seen with; empty where there is nothing
     */
    public record Tile(String name, String text, String note) {}

    /** The summary of a sweep. */
    public static Summary of(Sweep sweep) {
        SweepInput input = sweep.input();
        return new Summary(
                Texts.text(input.subject().title()),
                swept(sweep),
                found(sweep),
                Verdict.of(input),
                tiles(sweep),
                facts(input.subject()));
    }

    private static String swept(Sweep sweep) {
        SweepSubject subject = sweep.input().subject();
        SweepCounts counts = sweep.input().grid().counts();
        List<String> axes = sweep.points().axes().stream().map(Summary::words).toList();
        StringBuilder text = new StringBuilder(Texts.label(subject.strategy()))
                .append(" was run ")
                .append(subject.form().label())
                .append(" with ")
                .append(FigureTexts.count(counts.done() + counts.failed(), "combination", "combinations"))
                .append(" of ")
                .append(FigureTexts.list(axes))
                .append(" on ")
                .append(Texts.label(subject.data().name()))
                .append(", from ")
                .append(Numbers.date(subject.data().from()))
                .append(" to ")
                .append(Numbers.date(subject.data().to()))
                .append(". ");
        leftOut(counts).forEach(sentence -> text.append(sentence).append(' '));
        text.append("By the trial ledger, ")
                .append(FigureTexts.count(counts.everRun(), "run", "runs"))
                .append(" of this strategy on this data ")
                .append(counts.everRun() == 1 ? "has" : "have")
                .append(" been made in all, these among them.");
        return text.toString();
    }

    private static String words(SweepAxis axis) {
        String name = Texts.label(axis.name());
        if (axis.size() == 1) {
            return name + " " + Texts.label(axis.values().getFirst());
        }
        return axis.numeric()
                ? name + " (" + Texts.label(axis.values().getFirst()) + " to "
                        + Texts.label(axis.values().getLast()) + ", " + Numbers.count(axis.size()) + " values)"
                : name + " (" + Numbers.count(axis.size()) + " choices)";
    }

    private static List<String> leftOut(SweepCounts counts) {
        List<String> sentences = new ArrayList<>();
        for (SweepCounts.LeftOut rule : counts.leftOut()) {
            if (rule.count() > 0) {
                sentences.add(Numbers.count(rule.count()) + " more "
                        + (rule.count() == 1 ? "is invalid and was" : "are invalid and were") + " left out: "
                        + Texts.text(rule.rule()) + ".");
            }
        }
        if (counts.failed() > 0) {
            sentences.add(Numbers.count(counts.failed()) + " failed; the reasons are below.");
        }
        if (counts.notRun() > 0) {
            sentences.add(Numbers.count(counts.notRun()) + " of " + Numbers.count(counts.combinations())
                    + " were not run: the sweep was ended before.");
        }
        return sentences;
    }

    private static String found(Sweep sweep) {
        SweepMetric objective = sweep.objectiveMetric();
        double[] sorted = sweep.sortedObjective();
        if (sweep.input().best().isEmpty() || sorted.length == 0) {
            return "No run has a " + name(objective)
                    + ", so there is no best. Point at a place of the map to see why: a run that never traded, for one,"
                    + " has returns that do not vary.";
        }
        return "The best by " + name(objective) + " is " + bestPlace(sweep) + " with "
                + FigureTexts.of(objective, sweep.bestValue()) + "; the median run has "
                + FigureTexts.of(objective, sorted[sorted.length / 2]) + " and the worst "
                + FigureTexts.of(objective, sorted[0]) + ".";
    }

    /** The objective within a sentence: mean Sharpe, but CAGR. */
    private static String name(SweepMetric metric) {
        String label = Texts.label(metric.label());
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.codePointAt(1));
        return isWord && !label.startsWith("Sharpe") && !label.startsWith("Sortino") && !label.startsWith("Calmar")
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }

    private static String bestPlace(Sweep sweep) {
        SweepBest best = sweep.input().best().orElseThrow();
        return FigureTexts.list(sweep.points().axes().stream()
                .filter(axis -> axis.size() > 1 || sweep.varied().length == 0)
                .map(axis -> Texts.label(axis.name()) + " "
                        + Texts.label(best.parameters().getOrDefault(axis.name(), "")))
                .toList());
    }

    private static List<Tile> tiles(Sweep sweep) {
        List<Tile> tiles = new ArrayList<>();
        SweepInput input = sweep.input();
        double[] sorted = sweep.sortedObjective();
        if (input.best().isPresent() && sorted.length > 0) {
            tiles.add(new Tile(
                    "Best " + name(sweep.objectiveMetric()),
                    FigureTexts.of(sweep.objectiveMetric(), sweep.bestValue()),
                    bestPlace(sweep)));
        }
        tiles.add(new Tile(
                "Runs",
                Numbers.count(input.grid().counts().done()),
                Numbers.count(input.grid().counts().everRun()) + " ever made, by the ledger"));
        tile(tiles, input, OverfittingTest.PROBABILITY_OF_OVERFITTING, "0 % is none, 50 % is a coin");
        tile(tiles, input, OverfittingTest.DEFLATED_SHARPE, "probability of skill after so many tries");
        return tiles;
    }

    private static void tile(List<Tile> tiles, SweepInput input, OverfittingTest test, String note) {
        OptionalDouble value = input.overfitting().find(test);
        tiles.add(new Tile(
                test.label(),
                value.isPresent() ? FigureTexts.of(Unit.PERCENT, value.getAsDouble()) : FigureTexts.UNDEFINED,
                value.isPresent() ? note : OverfittingView.reason(input, test)));
    }

    static List<Tile> facts(SweepSubject subject) {
        List<Tile> facts = new ArrayList<>();
        facts.add(new Tile("Form", subject.form().sentence(), ""));
        subject.assumptions().forEach(one -> facts.add(new Tile(Texts.label(one.name()), Texts.text(one.text()), "")));
        facts.add(new Tile(
                "Data",
                Texts.text(
                        subject.data().name() + ", read from " + subject.data().location()),
                ""));
        return facts;
    }
}
