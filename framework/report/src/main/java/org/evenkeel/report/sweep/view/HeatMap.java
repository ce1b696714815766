package org.evenkeel.report.sweep.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SweepAxis;

/**
 * One figure over two axes.
 *
 * @param choice what is shown over what
 * @param values by row (the vertical axis) and column (the horizontal one); NaN where there is no figure
 * @param states what there is to see in each cell
 * @param mirrored whether one half repeats the other, for the two axes have the same values and only one half is valid
 */
public record HeatMap(Choice choice, double[][] values, CellState[][] states, boolean mirrored) {
    /** What to do with the axes that are not shown. */
    public enum Rest {
        /** Leave them at the values of the best run. */
        AT_BEST,
        /** The mean over all their values. */
        MEAN,
        /** The best of all their values. */
        BEST
    }

    /**
     * What to show.
     *
     * @param metric the figure, by its place among the metrics
     * @param x the horizontal axis
     * @param y the vertical one; the same as the horizontal one for a map of one row
     * @param rest what to do with the others
     */
    public record Choice(int metric, int x, int y, Rest rest) {}

    /** The map of a sweep. */
    public static HeatMap of(Sweep sweep, Choice choice) {
        Cells cells = sweep.cells();
        Optional<int[]> best = choice.rest() == Rest.AT_BEST ? sweep.bestSteps() : Optional.empty();
        MapLayer layer = new MapLayer(sweep, choice);
        for (int cell = 0; cell < cells.size(); cell++) {
            if (best.isEmpty() || isBeside(cells, cell, best.get(), choice)) {
                layer.add(cells, cell);
            }
        }
        boolean mirrored = isTriangle(sweep, choice.x(), choice.y());
        if (mirrored) {
            layer.mirror();
        }
        return new HeatMap(choice, layer.values(), layer.states(), mirrored);
    }

    /** Whether a cell is at the best's values on all axes that are not shown. */
    private static boolean isBeside(Cells cells, int cell, int[] best, Choice choice) {
        return IntStream.range(0, best.length)
                .filter(axis -> axis != choice.x() && axis != choice.y())
                .allMatch(axis -> cells.at(axis)[cell] == best[axis]);
    }

    /** Whether two axes have the same values and everything that ran lies on one side of their diagonal. */
    static boolean isTriangle(Sweep sweep, int x, int y) {
        List<SweepAxis> axes = sweep.points().axes();
        if (x == y
                || !axes.get(x).numeric()
                || !axes.get(x).values().equals(axes.get(y).values())) {
            return false;
        }
        Cells cells = sweep.cells();
        int sides = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.state(0, cell).compareTo(CellState.INVALID) < 0) {
                int side = Integer.compare(cells.at(x)[cell], cells.at(y)[cell]);
                sides |= side < 0 ? 1 : side > 0 ? 2 : 0;
            }
        }
        return sides == 1 || sides == 2;
    }
}
