package org.evenkeel.report.sweep;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.metrics.UndefinedReason;

/**
 * The points of a sweep as columns: where each lies on the axes, what became of it, and its figures. A million points of
 * eight figures take some 80 MB. A combination that is not among them was not run.
 *
 * <pre>{@code
 * SweepPoints points = SweepPoints.builder(axes, metrics)
 *         .done(new int[] {0, 3}, 0.71, 1.28)
 *         .failed(new int[] {0, 4}, "the strategy threw ...")
 *         .invalid(new int[] {0, 0})
 *         .build();
 * }</pre>
 */
public final class SweepPoints {
    private final List<SweepAxis> axes;
    private final List<SweepMetric> metrics;
    private final int size;
    private final SweepColumns columns;

    /** What became of a point. */
    public enum Status {
        /** It ran to its end and has figures. */
        DONE,
        /** It was run and threw, or came to nothing. */
        FAILED,
        /** It was left out: the strategy says that its parameters do not go together. */
        INVALID
    }

    SweepPoints(List<SweepAxis> axes, List<SweepMetric> metrics, SweepColumns columns) {
        this.axes = axes;
        this.metrics = metrics;
        this.size = columns.size();
        this.columns = columns;
    }

    /**
     * No points yet.
     *
     * @param axes the swept parameters
     * @param metrics the figures of each run, in the order they will be given in
     * @throws IllegalArgumentException when there is no axis or no metric, or two have one name
     */
    public static SweepPointsBuilder builder(List<SweepAxis> axes, List<SweepMetric> metrics) {
        return new SweepPointsBuilder(List.copyOf(axes), List.copyOf(metrics));
    }

    /** The swept parameters. */
    public List<SweepAxis> axes() {
        return axes;
    }

    /** The figures of each run. */
    public List<SweepMetric> metrics() {
        return metrics;
    }

    /** How many points there are, whatever became of them. */
    public int size() {
        return size;
    }

    /** Where each point lies on an axis: an index into its values. The column itself, not a copy; it may be longer. */
    public int[] at(int axis) {
        return columns.at(axis);
    }

    /** What became of a point. */
    public Status status(int point) {
        return columns.status(point);
    }

    /** The figures of a metric, NaN where there is none. The column itself, not a copy; it may be longer. */
    public double[] values(int metric) {
        return columns.values(metric);
    }

    /** Why a figure of a point is undefined, in words; empty where it is defined. */
    public Optional<String> findReason(int metric, int point) {
        if (!Double.isNaN(columns.values(metric)[point])) {
            return Optional.empty();
        }
        return Optional.of(
                switch (columns.status(point)) {
                    case FAILED -> "the run failed: " + failures().getOrDefault(point, "");
                    case INVALID -> "the combination is invalid and was not run";
                    case DONE ->
                        columns.findWhy(metric, point)
                                .map(UndefinedReason::sentence)
                                .orElse(metrics.get(metric).ifUndefined());
                });
    }

    /** Why points failed, by their indexes. */
    public Map<Integer, String> failures() {
        return Collections.unmodifiableMap(columns.failures());
    }

    /** How many points have a status. */
    public int count(Status status) {
        int count = 0;
        for (int point = 0; point < size; point++) {
            count += columns.status(point) == status ? 1 : 0;
        }
        return count;
    }

    /**
     * The place of a metric.
     *
     * @throws IllegalArgumentException when the points have no such figure
     */
    public int metric(String key) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The points of the sweep have no figure '" + key + "'; they have "
                + metrics.stream().map(SweepMetric::key).toList() + ".");
    }
}
