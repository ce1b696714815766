package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepPoints;

/** A sweep, prepared once for all sections: what can be drawn of its points, and who the neighbours of each are. */
public final class Sweep {
    /** More than this the page does not hold; neighbouring values are put together then. */
    static final int MOST_CELLS = 100_000;

    private static final int MOST_STEPS = 220;
    private static final int MOST_DRAWN_STEPS = 40;
    private static final double MOST_PLACES = 1e15;

    private final SweepInput input;
    private final int objective;
    private final boolean isGrid;
    private final Cells cells;
    private final Neighbours neighbours;

    /** Prepares a sweep. */
    public Sweep(SweepInput input) {
        this.input = input;
        this.objective = points().metric(input.grid().objective());
        Steps each = Steps.atMost(points().axes(), Integer.MAX_VALUE);
        this.isGrid = each.cells()
                < 1.5 * Math.max(points().size(), input.grid().counts().combinations());
        this.cells = Cells.of(points(), isGrid ? steps() : scattered(2));
        this.neighbours = Neighbours.of(this, isGrid ? cells : Cells.of(points(), scattered(varied().length)));
    }

    private Steps steps() {
        Steps steps = Steps.atMost(points().axes(), MOST_STEPS);
        return steps.within(points().size() > MOST_CELLS ? MOST_CELLS : MOST_PLACES);
    }

    /** Steps so wide that the points of a search at random fill the cells of so many axes a few times over. */
    private Steps scattered(int axes) {
        double each = Math.pow(Math.max(1, points().size()) / 3.0, 1.0 / Math.max(1, axes));
        int steps = Math.clamp(Math.round(each), 3, MOST_DRAWN_STEPS);
        return Steps.ofNumbers(points().axes(), steps).within(MOST_PLACES);
    }

    /** What it was made of. */
    public SweepInput input() {
        return input;
    }

    /** Whether the prices are made up: every section says so then. */
    public boolean isSynthetic() {
        return input.subject().data().synthetic();
    }

    SweepPoints points() {
        return input.grid().points();
    }

    /** The place of the objective among the metrics. */
    public int objective() {
        return objective;
    }

    SweepMetric objectiveMetric() {
        return points().metrics().get(objective);
    }

    /** Whether the points lie on a grid, and are not drawn here and there. */
    boolean isGrid() {
        return isGrid;
    }

    /** Whether every point can be seen for itself. */
    boolean isWhole() {
        return cells.steps().areSingle();
    }

    /** The points as they can be drawn. */
    Cells cells() {
        return cells;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    /** The axes that have more than one value. */
    public int[] varied() {
        List<SweepAxis> axes = points().axes();
        return IntStream.range(0, axes.size())
                .filter(axis -> axes.get(axis).size() > 1)
                .toArray();
    }

    /** Whether there is any point at all. */
    public boolean hasPoints() {
        return points().size() > 0;
    }

    /** Whether each step of an axis is one number. */
    public boolean isNumber(int axis) {
        return points().axes().get(axis).numeric() && cells.steps().isSingle(axis);
    }

    /** What a map does with further axes unless told: a search at random has few points at the best run's values. */
    public HeatMap.Rest usualRest() {
        return isGrid ? HeatMap.Rest.AT_BEST : HeatMap.Rest.MEAN;
    }

    /** Where the best run lies, in the steps of {@link #cells}. */
    public Optional<int[]> bestSteps() {
        return input.bestPlace().map(cells.steps()::of);
    }

    /** The objective of the best run, as its own point has it; NaN where there is none. */
    double bestValue() {
        return input.bestPlace()
                .flatMap(place -> IntStream.range(0, points().size())
                        .filter(point -> isAt(point, place))
                        .boxed()
                        .findFirst())
                .map(point -> points().values(objective)[point])
                .orElse(Double.NaN);
    }

    private boolean isAt(int point, int[] place) {
        return IntStream.range(0, place.length).allMatch(axis -> points().at(axis)[point] == place[axis]);
    }

    /** What a place without a point is: ruled out where all others of a grid were run and none was named. */
    CellState missing() {
        boolean areNamed = points().count(SweepPoints.Status.INVALID) > 0;
        boolean areAllRun = isGrid && input.grid().counts().notRun() == 0;
        return areAllRun && !areNamed && input.grid().counts().invalid() > 0 ? CellState.INVALID : CellState.NOT_RUN;
    }

    /** The objective of every run that has it, from the worst to the best. */
    double[] sortedObjective() {
        double[] sorted = Arrays.stream(points().values(objective), 0, points().size())
                .filter(value -> !Double.isNaN(value))
                .map(value -> objectiveMetric().higherIsBetter() ? value : -value)
                .sorted()
                .toArray();
        return objectiveMetric().higherIsBetter()
                ? sorted
                : Arrays.stream(sorted).map(value -> -value).toArray();
    }
}
