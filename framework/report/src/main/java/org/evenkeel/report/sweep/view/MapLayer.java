package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import org.evenkeel.report.sweep.view.HeatMap.Rest;

/** The cells of a map while it is filled. */
final class MapLayer {
    private final HeatMap.Choice choice;
    private final boolean isHigherBetter;
    private final double[][] values;
    private final CellState[][] states;
    private final int[][] counts;
    private final boolean[][] isSeen;

    MapLayer(Sweep sweep, HeatMap.Choice choice) {
        int columns = sweep.cells().steps().count(choice.x());
        int rows = choice.x() == choice.y() ? 1 : sweep.cells().steps().count(choice.y());
        this.choice = choice;
        this.isHigherBetter = sweep.points().metrics().get(choice.metric()).higherIsBetter();
        this.values = new double[rows][columns];
        this.states = new CellState[rows][columns];
        this.counts = new int[rows][columns];
        this.isSeen = new boolean[rows][columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(values[row], Double.NaN);
            Arrays.fill(states[row], sweep.missing());
        }
    }

    void add(Cells cells, int cell) {
        int row = values.length == 1 ? 0 : cells.at(choice.y())[cell];
        int column = cells.at(choice.x())[cell];
        CellState state = cells.state(choice.metric(), cell);
        boolean isWorthMore = !isSeen[row][column] || state.compareTo(states[row][column]) < 0;
        states[row][column] = isWorthMore ? state : states[row][column];
        isSeen[row][column] = true;
        if (state == CellState.VALUE) {
            double value = cells.values(choice.metric())[cell];
            int before = counts[row][column]++;
            values[row][column] = before == 0 ? value : merged(values[row][column], value, before);
        }
    }

    private double merged(double before, double value, int count) {
        if (choice.rest() == Rest.MEAN) {
            return before + (value - before) / (count + 1);
        }
        return isHigherBetter ? Math.max(before, value) : Math.min(before, value);
    }

    /** Shows on each side of the diagonal what ran on either. */
    void mirror() {
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < row; column++) {
                if (states[row][column].compareTo(states[column][row]) <= 0) {
                    copy(row, column, column, row);
                } else {
                    copy(column, row, row, column);
                }
            }
        }
    }

    private void copy(int fromRow, int fromColumn, int row, int column) {
        values[row][column] = values[fromRow][fromColumn];
        states[row][column] = states[fromRow][fromColumn];
    }

    double[][] values() {
        return values;
    }

    CellState[][] states() {
        return states;
    }
}
