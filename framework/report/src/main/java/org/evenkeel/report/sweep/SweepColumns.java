package org.evenkeel.report.sweep;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.report.sweep.SweepPoints.Status;

/** Columns that grow with the points. */
final class SweepColumns {
    private static final int FIRST_CAPACITY = 256;
    private static final Status[] STATUSES = Status.values();
    private static final UndefinedReason[] REASONS = UndefinedReason.values();

    private final int[][] at;
    private final double[][] values;
    /** The ordinal of a reason, plus one. */
    private final byte[][] why;

    private final Map<Integer, String> failures = new TreeMap<>();
    private byte[] status = new byte[FIRST_CAPACITY];
    private int size;

    SweepColumns(int axes, int metrics) {
        at = new int[axes][FIRST_CAPACITY];
        values = new double[metrics][FIRST_CAPACITY];
        why = new byte[metrics][FIRST_CAPACITY];
    }

    /** Adds a point without figures and returns its index. */
    int add(int[] where, Status what) {
        if (size == status.length) {
            grow(2 * size);
        }
        for (int axis = 0; axis < at.length; axis++) {
            at[axis][size] = where[axis];
        }
        for (double[] column : values) {
            column[size] = Double.NaN;
        }
        status[size] = (byte) what.ordinal();
        return size++;
    }

    private void grow(int capacity) {
        status = Arrays.copyOf(status, capacity);
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = Arrays.copyOf(at[axis], capacity);
        }
        for (int metric = 0; metric < values.length; metric++) {
            values[metric] = Arrays.copyOf(values[metric], capacity);
            why[metric] = Arrays.copyOf(why[metric], capacity);
        }
    }

    void set(int metric, int point, double value) {
        values[metric][point] = value;
    }

    void setUndefined(int metric, int point, UndefinedReason reason) {
        why[metric][point] = (byte) (reason.ordinal() + 1);
    }

    void setFailure(int point, String reason) {
        failures.put(point, reason);
    }

    int size() {
        return size;
    }

    int[] at(int axis) {
        return at[axis];
    }

    double[] values(int metric) {
        return values[metric];
    }

    Status status(int point) {
        return STATUSES[status[point]];
    }

    Optional<UndefinedReason> findWhy(int metric, int point) {
        int code = why[metric][point];
        return code == 0 ? Optional.empty() : Optional.of(REASONS[code - 1]);
    }

    Map<Integer, String> failures() {
        return failures;
    }
}
