package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.sweep.SweepPoints.Status;

/** The points of a sweep, those of one place put together: where each value is a step, a cell is a point. */
final class Cells {
    private final Steps steps;
    private final CellIndex index;
    private final int[][] at;
    /** The mean of the figures that are defined, by metric and cell; NaN where none is. */
    private final double[][] values;

    private final CellState[] states;
    private final int[] runs;
    private final int[] cellOfPoint;

    private Cells(SweepPoints points, Steps steps) {
        this.steps = steps;
        this.index = new CellIndex(steps);
        this.cellOfPoint = new int[points.size()];
        int[] firstPoints = place(points);
        this.at = new int[steps.axes()][firstPoints.length];
        for (int axis = 0; axis < at.length; axis++) {
            for (int cell = 0; cell < firstPoints.length; cell++) {
                at[axis][cell] = steps.of(axis, points.at(axis)[firstPoints[cell]]);
            }
        }
        this.runs = new int[firstPoints.length];
        this.states = new CellState[firstPoints.length];
        Arrays.fill(states, CellState.NOT_RUN);
        IntStream.range(0, points.size()).forEach(point -> see(points.status(point), cellOfPoint[point]));
        this.values = IntStream.range(0, points.metrics().size())
                .mapToObj(metric -> means(points, metric))
                .toArray(double[][]::new);
    }

    static Cells of(SweepPoints points, Steps steps) {
        return new Cells(points, steps);
    }

    /** Gives every point its cell, and tells the first point of each. */
    private int[] place(SweepPoints points) {
        int[] firsts = new int[points.size()];
        int[] place = new int[steps.axes()];
        int count = 0;
        for (int point = 0; point < cellOfPoint.length; point++) {
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] = steps.of(axis, points.at(axis)[point]);
            }
            int cell = index.find(place);
            if (cell < 0) {
                cell = count;
                firsts[count++] = point;
                index.put(place, cell);
            }
            cellOfPoint[point] = cell;
        }
        return Arrays.copyOf(firsts, count);
    }

    /** One run that ended counts for more than failures beside it, and these for more than what was ruled out. */
    private void see(Status status, int cell) {
        CellState state = switch (status) {
            case DONE -> CellState.VALUE;
            case FAILED -> CellState.FAILED;
            case INVALID -> CellState.INVALID;
        };
        runs[cell] += state == CellState.VALUE ? 1 : 0;
        states[cell] = state.compareTo(states[cell]) < 0 ? state : states[cell];
    }

    private double[] means(SweepPoints points, int metric) {
        double[] column = points.values(metric);
        double[] sums = new double[states.length];
        int[] counts = new int[states.length];
        for (int point = 0; point < cellOfPoint.length; point++) {
            if (!Double.isNaN(column[point])) {
                sums[cellOfPoint[point]] += column[point];
                counts[cellOfPoint[point]]++;
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = counts[cell] == 0 ? Double.NaN : sums[cell] / counts[cell];
        }
        return sums;
    }

    int size() {
        return states.length;
    }

    Steps steps() {
        return steps;
    }

    /** Where each cell lies on an axis, in steps. */
    int[] at(int axis) {
        return at[axis];
    }

    int[] place(int cell) {
        return IntStream.range(0, at.length).map(axis -> at[axis][cell]).toArray();
    }

    double[] values(int metric) {
        return values[metric];
    }

    /** What there is to see of a metric in a cell. */
    CellState state(int metric, int cell) {
        boolean missing = states[cell] == CellState.VALUE && Double.isNaN(values[metric][cell]);
        return missing ? CellState.UNDEFINED : states[cell];
    }

    /** How many runs of a cell came to their end. */
    int runs(int cell) {
        return runs[cell];
    }

    /** The cell at a place; −1 where there is none, off the axes too. */
    int find(int[] place) {
        return index.find(place);
    }

    int cellOf(int point) {
        return cellOfPoint[point];
    }
}
