package org.evenkeel.report.sweep;

import java.util.List;
import org.evenkeel.metrics.Figure;
import org.evenkeel.report.sweep.SweepPoints.Status;

/** Takes the points of a sweep one by one, in any order. Not safe for use by several threads at once. */
public final class SweepPointsBuilder {
    private final List<SweepAxis> axes;
    private final List<SweepMetric> metrics;
    private final SweepColumns columns;
    private boolean built;

    SweepPointsBuilder(List<SweepAxis> axes, List<SweepMetric> metrics) {
        this.axes = axes;
        this.metrics = metrics;
        requireDistinct("axis", axes.stream().map(SweepAxis::name).toList());
        requireDistinct("figure", metrics.stream().map(SweepMetric::key).toList());
        this.columns = new SweepColumns(axes.size(), metrics.size());
    }

    private static void requireDistinct(String what, List<String> names) {
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("A sweep needs at least one " + what
                    + ", and each under a name of its own, but has " + names + ".");
        }
    }

    /**
     * A point that was run.
     *
     * @param at its place on each axis, as indexes into their values
     * @param values a figure for each metric, NaN where it is undefined for the metric's usual reason
     * @throws IllegalArgumentException when the place is not on the axes, there are more or fewer figures than metrics,
     *     or one is infinite
     */
    public SweepPointsBuilder done(int[] at, double... values) {
        requireFigures(values.length);
        int point = add(at, Status.DONE);
        for (int metric = 0; metric < values.length; metric++) {
            if (Double.isInfinite(values[metric])) {
                throw new IllegalArgumentException(
                        "The figure '" + metrics.get(metric).key() + "' of point " + point
                                + " is infinite: give NaN where it is undefined.");
            }
            columns.set(metric, point, values[metric]);
        }
        return this;
    }

    /**
     * A point that was run, each figure with the reason where it is undefined.
     *
     * @throws IllegalArgumentException when the place is not on the axes, or there are more or fewer figures than
     *     metrics
     */
    public SweepPointsBuilder done(int[] at, List<Figure> figures) {
        requireFigures(figures.size());
        int point = add(at, Status.DONE);
        for (int metric = 0; metric < figures.size(); metric++) {
            switch (figures.get(metric)) {
                case Figure.Value(double value) -> columns.set(metric, point, value);
                case Figure.Undefined undefined -> columns.setUndefined(metric, point, undefined.reason());
            }
        }
        return this;
    }

    /**
     * A point that was run and failed.
     *
     * @param reason what it failed of, in words
     */
    public SweepPointsBuilder failed(int[] at, String reason) {
        columns.setFailure(add(at, Status.FAILED), reason);
        return this;
    }

    /** A point that was left out, for its parameters do not go together. */
    public SweepPointsBuilder invalid(int[] at) {
        add(at, Status.INVALID);
        return this;
    }

    private int add(int[] at, Status status) {
        if (built) {
            throw new IllegalStateException("These points were built already: use a new builder.");
        }
        if (at.length != axes.size()) {
            throw new IllegalArgumentException(
                    "A point needs a place on each of " + axes.size() + " axes, but has " + at.length + ".");
        }
        for (int axis = 0; axis < at.length; axis++) {
            if (at[axis] < 0 || at[axis] >= axes.get(axis).size()) {
                throw new IllegalArgumentException("The axis '" + axes.get(axis).name() + "' has "
                        + axes.get(axis).size() + " values, so no value " + at[axis] + " (counted from 0).");
            }
        }
        return columns.add(at, status);
    }

    private void requireFigures(int count) {
        if (count != metrics.size()) {
            throw new IllegalArgumentException(
                    "A run needs a figure for each of " + metrics.size() + " metrics, but has " + count + ".");
        }
    }

    /** The points so far. The builder cannot be used again. */
    public SweepPoints build() {
        built = true;
        return new SweepPoints(axes, metrics, columns);
    }
}
