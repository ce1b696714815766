package org.evenkeel.report.sweep;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the report of a walk-forward, or of a cross-validation, is made of.
 *
 * @param subject what was searched, on what
 * @param walk the choices, their tests, and the tests put together
 * @param kept what became of what the choices promised
 * @param notes what else to say, a sentence or two each
 */
public record WalkInput(SweepSubject subject, SweepWalkForward walk, Kept kept, List<String> notes) {
    /**
     * What became of what the choices promised.
     *
     * @param together the measure of the tests put together; empty where they make several histories
     * @param efficiency how much of what was promised was kept, as a share; empty where that makes no sense
     */
    public record Kept(OptionalDouble together, OptionalDouble efficiency) {}

    /**
     * Keeps a copy of the notes.
     *
     * @throws IllegalArgumentException when there is no fold or no curve
     */
    public WalkInput {
        notes = List.copyOf(notes);
        if (walk.folds().isEmpty() || walk.curves().isEmpty()) {
            throw new IllegalArgumentException(
                    "A report of a walk-forward needs a fold and a curve at least; there are "
                            + walk.folds().size() + " and " + walk.curves().size() + ".");
        }
    }
}
