package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import org.evenkeel.report.sweep.SweepWalkForward;
import org.evenkeel.report.sweep.SweepWalkForward.Fold;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Texts;

/**
 * What was chosen, over the time that it was run.
 *
 * @param sentence how often the choice changed
 * @param parameters how many there are
 * @param island the parameters and the times, for a chart
 */
public record ChoicesView(String sentence, int parameters, Island island) {
    /** The choices of a walk; empty where tests overlap, as in a combinatorial one, and so have no order in time. */
    public static Optional<ChoicesView> of(SweepWalkForward walk) {
        List<Fold> folds = walk.folds();
        boolean inOrder = folds.stream().allMatch(fold -> fold.test().size() == 1);
        for (int i = 1; inOrder && i < folds.size(); i++) {
            inOrder = !folds.get(i)
                    .test()
                    .getFirst()
                    .from()
                    .isBefore(folds.get(i - 1).test().getFirst().to());
        }
        return inOrder ? Optional.of(inOrder(folds)) : Optional.empty();
    }

    private static ChoicesView inOrder(List<Fold> folds) {
        SequencedSet<String> names = new LinkedHashSet<>();
        folds.forEach(fold -> names.addAll(fold.parameters().keySet()));
        List<Object> times = new ArrayList<>();
        for (Fold fold : folds) {
            times.add(new long[] {
                fold.test().getFirst().from().toEpochMilli(),
                fold.test().getFirst().to().toEpochMilli()
            });
        }
        List<Object> parameters =
                names.stream().map(name -> (Object) parameter(name, folds)).toList();
        return new ChoicesView(
                sentence(folds),
                parameters.size(),
                new Island("choices").with("times", times).with("parameters", parameters));
    }

    private static Island parameter(String name, List<Fold> folds) {
        List<String> labels = folds.stream()
                .map(fold -> fold.parameters().getOrDefault(name, ""))
                .toList();
        double[] numbers = labels.stream()
                .mapToDouble(label -> number(label).orElse(Double.NaN))
                .toArray();
        boolean numeric = labels.stream().allMatch(label -> number(label).isPresent());
        return Island.part()
                .with("name", Texts.label(name))
                .with("numeric", numeric)
                .with(
                        "labels",
                        labels.stream()
                                .map(label -> (Object) Texts.label(label))
                                .toList())
                .with("values", new Island.Column(numbers, 7));
    }

    private static OptionalDouble number(String text) {
        boolean plain = text.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        return plain ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    private static String sentence(List<Fold> folds) {
        int changes = 0;
        for (int i = 1; i < folds.size(); i++) {
            changes += folds.get(i).parameters().equals(folds.get(i - 1).parameters()) ? 0 : 1;
        }
        if (folds.size() == 1) {
            return "There was one choice.";
        }
        return changes == 0
                ? "Every choice was the same."
                : "The choice changed " + FigureTexts.count(changes, "time", "times") + " in "
                        + (folds.size() - 1) + ". One that jumps about was made by noise; one that stays was made by"
                        + " something that lasts.";
    }
}
