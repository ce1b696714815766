package org.evenkeel.sweep.search;

import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.evenkeel.sweep.Grid;

/**
 * Every point of a grid, in its order.
 *
 * @param grid the grid
 */
public record FullSearch(Grid grid) implements Search {
    @Override
    public long most() {
        return grid.size();
    }

    @Override
    public void run(Trials trials) {
        trials.run(
                LongStream.range(0, grid.size())
                        .<SequencedMap<String, String>>mapToObj(grid::point)
                        .iterator(),
                UNHEARD);
    }

    @Override
    public String description() {
        return "every point of the grid";
    }
}
