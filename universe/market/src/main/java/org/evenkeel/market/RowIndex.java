package org.evenkeel.market;

import java.util.Arrays;

/**
 * Finds rows by time. Candles lie on a grid with gaps, so the row of each place of the grid is worked out once; a search by
 * halves would touch a dozen lines of memory for each of the many looks of a run.
 */
final class RowIndex {
    /** How many places of the grid there may be for each candle; a series with wider gaps is searched by halves. */
    private static final int SPARSEST = 4;

    private static final int[] NONE = {};

    private final long[] times;
    private final long interval;
    /** For each place of the grid from the first time to the last: the first row there or later. */
    private final int[] rows;

    private RowIndex(long[] times, long interval, int[] rows) {
        this.times = times;
        this.interval = interval;
        this.rows = rows;
    }

    /**
     * @param times ascending, by an interval or more
     * @param interval in milliseconds
     */
    static RowIndex of(long[] times, long interval) {
        int count = times.length;
        long places = count == 0 ? 0 : (times[count - 1] - times[0]) / interval + 1;
        boolean dense = places <= (long) SPARSEST * count && places < Integer.MAX_VALUE;
        return new RowIndex(times, interval, dense ? rows(times, interval, (int) places) : NONE);
    }

    /** Empty where a time is off the grid. */
    private static int[] rows(long[] times, long interval, int places) {
        int[] rows = new int[places];
        int next = 0;
        for (int row = 0; row < times.length; row++) {
            long offset = times[row] - times[0];
            int place = (int) (offset / interval);
            if (place * interval != offset) {
                return NONE;
            }
            while (next <= place) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    /** The first row at or after a time; the number of rows where there is none. */
    int firstAtOrAfter(long time) {
        if (times.length == 0 || time <= times[0]) {
            return 0;
        }
        if (time > times[times.length - 1]) {
            return times.length;
        }
        if (rows.length > 0) {
            return rows[(int) ((time - times[0] + interval - 1) / interval)];
        }
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 1;
    }
}
