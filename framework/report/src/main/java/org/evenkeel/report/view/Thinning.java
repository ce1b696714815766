package org.evenkeel.report.view;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fewer points of a long curve, for a chart: of each stretch the lowest and the highest point, so that no extreme is
 * lost, and the first and the last of all.
 */
public final class Thinning {
    private final int[] kept;

    private Thinning(int[] kept) {
        this.kept = kept;
    }

    /**
     * The points of a curve to keep.
     *
     * @param values the curve
     * @param most how many to keep at the most, 4 or more; all where there are not more
     */
    public static Thinning of(double[] values, int most) {
        int size = values.length;
        if (size <= most) {
            return new Thinning(IntStream.range(0, size).toArray());
        }
        int stretches = (most - 2) / 2;
        int[] kept = new int[most];
        int count = 0;
        kept[count++] = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = 1 + (int) ((long) (size - 2) * stretch / stretches);
            int to = 1 + (int) ((long) (size - 2) * (stretch + 1) / stretches);
            int low = extreme(values, from, to, -1);
            int high = extreme(values, from, to, 1);
            kept[count++] = Math.min(low, high);
            if (low != high) {
                kept[count++] = Math.max(low, high);
            }
        }
        kept[count++] = size - 1;
        return new Thinning(Arrays.copyOf(kept, count));
    }

    private static int extreme(double[] values, int from, int to, int sign) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (sign * values[i] > sign * values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** How many points are kept. */
    int size() {
        return kept.length;
    }

    /** What is kept of a column. */
    public double[] of(double[] column) {
        return Arrays.stream(kept).mapToDouble(point -> column[point]).toArray();
    }

    /** What is kept of a column. */
    public long[] of(long[] column) {
        return Arrays.stream(kept).mapToLong(point -> column[point]).toArray();
    }
}
