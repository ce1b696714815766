package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the neighbours of each cell came to: those at most one step away on every numeric axis and at the same value on
 * the others. With more than five such axes, those one step away on a single one.
 *
 * @param cells whose neighbours
 * @param counts how many neighbours of a cell have the objective
 * @param means their mean, NaN where there is none
 * @param worst the worst of them, NaN likewise
 * @param fewest with fewer neighbours than this a cell is not ranked by them
 */
record Neighbours(Cells cells, int[] counts, double[] means, double[] worst, int fewest) {
    private static final int MOST_AXES = 5;

    static Neighbours of(Sweep sweep, Cells cells) {
        int[] axes = Arrays.stream(sweep.varied())
                .filter(axis -> sweep.points().axes().get(axis).numeric())
                .toArray();
        int[][] moves = moves(axes, sweep.points().axes().size());
        Neighbours found = new Neighbours(
                cells,
                new int[cells.size()],
                new double[cells.size()],
                new double[cells.size()],
                Math.max(1, (moves.length + 1) / 3));
        for (int cell = 0; cell < cells.size(); cell++) {
            found.look(cell, moves, sweep);
        }
        return found;
    }

    /** Every way to a neighbour, as steps on each axis. */
    static int[][] moves(int[] axes, int count) {
        int ways = (int) Math.pow(3, axes.length);
        if (axes.length > MOST_AXES) {
            return IntStream.range(0, 2 * axes.length)
                    .mapToObj(way -> move(count, axes[way / 2], way % 2 == 0 ? -1 : 1))
                    .toArray(int[][]::new);
        }
        return IntStream.range(0, ways)
                .mapToObj(way -> move(way, axes, count))
                .filter(move -> Arrays.stream(move).anyMatch(step -> step != 0))
                .toArray(int[][]::new);
    }

    private static int[] move(int count, int axis, int step) {
        int[] move = new int[count];
        move[axis] = step;
        return move;
    }

    private static int[] move(int way, int[] axes, int count) {
        int[] move = new int[count];
        int left = way;
        for (int axis : axes) {
            move[axis] = left % 3 - 1;
            left /= 3;
        }
        return move;
    }

    private void look(int cell, int[][] moves, Sweep sweep) {
        double[] values = cells.values(sweep.objective());
        boolean isHigherBetter = sweep.objectiveMetric().higherIsBetter();
        int[] from = cells.place(cell);
        int[] to = new int[from.length];
        double sum = 0;
        worst[cell] = Double.NaN;
        for (int[] move : moves) {
            Arrays.setAll(to, axis -> from[axis] + move[axis]);
            int there = cells.find(to);
            if (there >= 0 && !Double.isNaN(values[there])) {
                sum += values[there];
                boolean isWorse = isHigherBetter ? values[there] < worst[cell] : values[there] > worst[cell];
                worst[cell] = counts[cell] == 0 || isWorse ? values[there] : worst[cell];
                counts[cell]++;
            }
        }
        means[cell] = counts[cell] == 0 ? Double.NaN : sum / counts[cell];
    }

    /** Whether a cell has enough neighbours to be ranked by them, and a figure of its own. */
    boolean isRanked(int cell, int objective) {
        return counts[cell] >= fewest && cells.state(objective, cell) == CellState.VALUE;
    }
}
