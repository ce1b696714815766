package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds the cell at a place: by a table where that is small enough, else by a hash. */
final class CellIndex {
    private static final int LARGEST_TABLE = 1 << 22;

    private final Steps steps;
    private final int[] table;
    private final Map<Long, Integer> hash = new HashMap<>();

    CellIndex(Steps steps) {
        this.steps = steps;
        this.table = new int[steps.cells() <= LARGEST_TABLE ? (int) steps.cells() : 0];
        Arrays.fill(table, -1);
        if (steps.cells() > Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A sweep over axes with more than 2^63 places cannot be mapped: leave axes out.");
        }
    }

    /** The number of a place, all of whose steps are on their axes. */
    long key(int[] place) {
        long key = 0;
        for (int axis = 0; axis < place.length; axis++) {
            key = key * steps.count(axis) + place[axis];
        }
        return key;
    }

    /** The cell at a place; −1 where there is none. */
    int find(int[] place) {
        for (int axis = 0; axis < place.length; axis++) {
            if (place[axis] < 0 || place[axis] >= steps.count(axis)) {
                return -1;
            }
        }
        long key = key(place);
        return table.length > 0 ? table[(int) key] : hash.getOrDefault(key, -1);
    }

    void put(int[] place, int cell) {
        long key = key(place);
        if (table.length > 0) {
            table[(int) key] = cell;
        } else {
            hash.put(key, cell);
        }
    }
}
