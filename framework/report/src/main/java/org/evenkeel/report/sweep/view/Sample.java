package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Every so-manieth of many, the first and the last among them: for a cloud of points, which has no line to keep. */
final class Sample {
    private final int[] kept;

    private Sample(int[] kept) {
        this.kept = kept;
    }

    /** At most so many of so many; all where there are not more. */
    static Sample of(int size, int most) {
        return size <= most
                ? new Sample(IntStream.range(0, size).toArray())
                : new Sample(IntStream.range(0, most)
                        .map(i -> (int) ((long) i * (size - 1) / (most - 1)))
                        .toArray());
    }

    int[] of(int[] column) {
        return Arrays.stream(kept).map(i -> column[i]).toArray();
    }

    double[] of(double[] column) {
        return Arrays.stream(kept).mapToDouble(i -> column[i]).toArray();
    }
}
