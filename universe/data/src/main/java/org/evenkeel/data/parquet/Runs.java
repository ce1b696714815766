package org.evenkeel.data.parquet;

import java.util.Arrays;

/**
 * Stretches of neighbouring rows of one pair: what is copied at once. Files are sorted by pair as a rule, so there are
 * few.
 */
final class Runs {
    private static final int NOBODY = -1;

    private final int pairs;
    private int[] owners = new int[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int size;

    private Runs(int pairs) {
        this.pairs = pairs;
    }

    /**
     * @param rowOwners for each row the pair it belongs to, −1 for none
     * @param pairs how many pairs there are
     */
    static Runs of(int[] rowOwners, int pairs) {
        Runs runs = new Runs(pairs);
        int row = 0;
        while (row < rowOwners.length) {
            int start = row;
            int owner = rowOwners[row];
            while (row < rowOwners.length && rowOwners[row] == owner) {
                row++;
            }
            if (owner != NOBODY) {
                runs.add(owner, start, row);
            }
        }
        return runs;
    }

    private void add(int owner, int start, int end) {
        if (size == owners.length) {
            owners = Arrays.copyOf(owners, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        owners[size] = owner;
        starts[size] = start;
        ends[size++] = end;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many rows each pair has. */
    int[] counts() {
        int[] counts = new int[pairs];
        for (int i = 0; i < size; i++) {
            counts[owners[i]] += ends[i] - starts[i];
        }
        return counts;
    }

    /** Shares a column out: for each pair its values, in their order. */
    double[][] split(double[] column) {
        double[][] byPair = new double[pairs][];
        if (size == 1 && ends[0] - starts[0] == column.length) {
            byPair[owners[0]] = column;
            return byPair;
        }
        int[] counts = counts();
        Arrays.setAll(byPair, pair -> new double[counts[pair]]);
        int[] next = new int[pairs];
        for (int i = 0; i < size; i++) {
            int length = ends[i] - starts[i];
            System.arraycopy(column, starts[i], byPair[owners[i]], next[owners[i]], length);
            next[owners[i]] += length;
        }
        return byPair;
    }

    /** Shares a column out; see {@link #split(double[])}. */
    long[][] split(long[] column) {
        int[] counts = counts();
        long[][] byPair = new long[pairs][];
        Arrays.setAll(byPair, pair -> new long[counts[pair]]);
        int[] next = new int[pairs];
        for (int i = 0; i < size; i++) {
            int length = ends[i] - starts[i];
            System.arraycopy(column, starts[i], byPair[owners[i]], next[owners[i]], length);
            next[owners[i]] += length;
        }
        return byPair;
    }

    /** The row that a pair's value at an index came from. */
    int row(int pair, int index) {
        int left = index;
        for (int i = 0; i < size; i++) {
            if (owners[i] == pair) {
                int length = ends[i] - starts[i];
                if (left < length) {
                    return starts[i] + left;
                }
                left -= length;
            }
        }
        throw new IllegalArgumentException("There is no row " + index + " of pair " + pair + ".");
    }
}
