package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SweepAxis;

/**
 * How the values of each axis are put together: each for itself, or neighbours in steps of about as many where there are
 * more than can be drawn.
 */
final class Steps {
    private final List<SweepAxis> axes;
    private final int[] counts;

    private Steps(List<SweepAxis> axes, int[] counts) {
        this.axes = axes;
        this.counts = counts;
    }

    /** At most so many steps on each axis. */
    static Steps atMost(List<SweepAxis> axes, int most) {
        return new Steps(
                axes,
                axes.stream().mapToInt(axis -> Math.min(most, axis.size())).toArray());
    }

    /** The same on numeric axes; choices have no neighbours to be put together with, and stay. */
    static Steps ofNumbers(List<SweepAxis> axes, int most) {
        return new Steps(
                axes,
                axes.stream()
                        .mapToInt(axis -> axis.numeric() ? Math.min(most, axis.size()) : axis.size())
                        .toArray());
    }

    /** Fewer steps on the longest axes, until there are no more than so many cells. */
    Steps within(double cells) {
        int[] fewer = counts.clone();
        while (product(fewer) > cells) {
            int longest = IntStream.range(0, fewer.length)
                    .reduce((a, b) -> fewer[b] > fewer[a] ? b : a)
                    .orElseThrow();
            fewer[longest] = (fewer[longest] + 1) / 2;
        }
        return new Steps(axes, fewer);
    }

    /** How many cells there are; a double, for it may be more than a long can count. */
    double cells() {
        return product(counts);
    }

    private static double product(int[] counts) {
        return Arrays.stream(counts).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    int count(int axis) {
        return counts[axis];
    }

    int axes() {
        return counts.length;
    }

    /** Whether every value stands for itself. */
    boolean areSingle() {
        return IntStream.range(0, counts.length).allMatch(this::isSingle);
    }

    boolean isSingle(int axis) {
        return counts[axis] == axes.get(axis).size();
    }

    /** The step of a value. */
    int of(int axis, int value) {
        return (int) ((long) value * counts[axis] / axes.get(axis).size());
    }

    /** The steps of a place. */
    int[] of(int[] place) {
        return IntStream.range(0, place.length)
                .map(axis -> of(axis, place[axis]))
                .toArray();
    }

    /** The values of a step: one, or the first and the last. */
    String label(int axis, int step) {
        List<String> values = axes.get(axis).values();
        int first = first(axis, step);
        int last = step + 1 == counts[axis] ? values.size() - 1 : first(axis, step + 1) - 1;
        return first == last ? values.get(first) : values.get(first) + "–" + values.get(last);
    }

    private int first(int axis, int step) {
        long size = axes.get(axis).size();
        return (int) ((step * size + counts[axis] - 1) / counts[axis]);
    }

    List<String> labels(int axis) {
        return IntStream.range(0, counts[axis])
                .mapToObj(step -> label(axis, step))
                .toList();
    }
}
