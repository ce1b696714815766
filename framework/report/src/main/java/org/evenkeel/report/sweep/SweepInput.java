package org.evenkeel.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the report of a sweep is made of.
 *
 * <pre>{@code
 * SweepInput input = SweepInput.of(subject, new SweepGrid(points, "meanSharpe", counts, Optional.of("runs.csv")))
 *         .withBest(best)
 *         .withOverfitting(overfitting);
 * SweepReport.write(input, folder);
 * }</pre>
 *
 * @param subject what was swept, on what
 * @param grid all runs
 * @param best the best of them; empty where none has the objective
 * @param overfitting how much of it is luck
 * @param walkForward the same search over and over; empty where it was not made
 * @param notes what else to say, a sentence or two each
 */
public record SweepInput(
        SweepSubject subject,
        SweepGrid grid,
        Optional<SweepBest> best,
        SweepOverfitting overfitting,
        Optional<SweepWalkForward> walkForward,
        List<String> notes) {
    /**
     * Keeps a copy of the notes.
     *
     * @throws IllegalArgumentException when the best does not lie on the axes
     */
    public SweepInput {
        notes = List.copyOf(notes);
        best.ifPresent(there -> place(grid.points().axes(), there));
    }

    /** A sweep without a best run, tests or walk-forward. */
    public static SweepInput of(SweepSubject subject, SweepGrid grid) {
        return new SweepInput(subject, grid, Optional.empty(), SweepOverfitting.NONE, Optional.empty(), List.of());
    }

    /** The same with its best run. */
    public SweepInput withBest(SweepBest found) {
        return new SweepInput(subject, grid, Optional.of(found), overfitting, walkForward, notes);
    }

    /** The same with what the tests say. */
    public SweepInput withOverfitting(SweepOverfitting tested) {
        return new SweepInput(subject, grid, best, tested, walkForward, notes);
    }

    /** The same with a walk-forward. */
    public SweepInput withWalkForward(SweepWalkForward walked) {
        return new SweepInput(subject, grid, best, overfitting, Optional.of(walked), notes);
    }

    /** The same with a note more. */
    public SweepInput withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new SweepInput(subject, grid, best, overfitting, walkForward, more);
    }

    /** Where the best lies on each axis, as indexes into their values; empty where there is none. */
    public Optional<int[]> bestPlace() {
        return best.map(there -> place(grid.points().axes(), there));
    }

    private static int[] place(List<SweepAxis> axes, SweepBest best) {
        int[] place = new int[axes.size()];
        for (int i = 0; i < place.length; i++) {
            SweepAxis axis = axes.get(i);
            place[i] = axis.values().indexOf(best.parameters().getOrDefault(axis.name(), ""));
            if (place[i] < 0) {
                throw new IllegalArgumentException("The best run's " + axis.name() + " is "
                        + best.parameters().get(axis.name()) + ", which is not a value of that axis: write it as"
                        + " the axis does.");
            }
        }
        return place;
    }
}
