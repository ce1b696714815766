package org.evenkeel.sweep.search;

import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.evenkeel.api.ParameterException;
import org.evenkeel.sweep.Grid;

/**
 * Points of a grid at random, none twice.
 *
 * @param grid the grid
 * @param count how many, 1 or more; the whole grid, in a random order, where it has no more
 * @param seed of the choice: the same one chooses the same points
 */
public record RandomSearch(Grid grid, long count, long seed) implements Search {
    private static final int ROUNDS = 4;

    /**
     * @throws ParameterException when none are to be chosen
     */
    public RandomSearch {
        if (count < 1) {
            throw new ParameterException("A random search of " + count + " points tries nothing: ask for 1 or more.");
        }
    }

    @Override
    public long most() {
        return Math.min(count, grid.size());
    }

    @Override
    public void run(Trials trials) {
        trials.run(
                LongStream.range(0, most())
                        .<SequencedMap<String, String>>mapToObj(place -> grid.point(shuffled(place)))
                        .iterator(),
                UNHEARD);
    }

    /**
     * Where a place comes to lie when the grid is shuffled. A Feistel network shuffles the next power of four; places
     * beyond the grid are shuffled on until they fall into it (Black and Rogaway 2002), so nothing is remembered.
     */
    private long shuffled(long place) {
        int half = (Long.SIZE - Long.numberOfLeadingZeros(Math.max(grid.size() - 1, 1)) + 1) / 2;
        long mask = (1L << half) - 1;
        long point = place;
        do {
            long left = point >>> half;
            long right = point & mask;
            for (int round = 0; round < ROUNDS; round++) {
                long next = left ^ (mixed(right + ((long) round << Integer.SIZE)) & mask);
                left = right;
                right = next;
            }
            point = left << half | right;
        } while (Long.compareUnsigned(point, grid.size()) >= 0);
        return point;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private long mixed(long value) {
        long z = value + seed * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    @Override
    public String description() {
        return most() + " points at random (seed " + seed + ")";
    }
}
