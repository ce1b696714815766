package org.evenkeel.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.arrays.Periods;

/**
 * The returns of runs, on which it is worked out how far the choice of the best can be trusted: of all runs of a small
 * sweep, of evenly spaced ones of a large one, so that memory does not grow with the runs.
 *
 * <p>Not safe for use by several threads.
 */
public final class ReturnsSample {
    private static final int MOST_RUNS = 2_000;
    private static final long MOST_BYTES = 64L << 20;

    /**
     * The returns of one run over full periods ({@link Periods#full}).
     *
     * @param number which run
     * @param returns simple returns
     */
    public record Row(long number, double[] returns) {}

    private final long runs;
    private final List<Row> rows = new ArrayList<>();
    private long[] times = {};
    private boolean comparable = true;
    private final List<Row> known = new ArrayList<>();

    /**
     * @param runs at most how many runs there will be
     */
    public ReturnsSample(long runs) {
        this.runs = runs;
    }

    /**
     * Whether a run belongs to the sample.
     *
     * @param number which run
     * @param periods how many points its curve has
     */
    public boolean wants(long number, int periods) {
        long room = Math.clamp(MOST_BYTES / Double.BYTES / Math.max(1, periods), 2, MOST_RUNS);
        long stride = Math.max(1, Math.ceilDiv(runs, room));
        return number % stride == 0;
    }

    /** Adds a run where it belongs to the sample. */
    public void offer(long number, EquityCurve curve) {
        if (wants(number, curve.size())) {
            add(number, curve);
        }
    }

    /** Adds a run whether or not it belongs to the sample, unless it is there already. */
    public void add(long number, EquityCurve curve) {
        if (find(number).isEmpty()) {
            Periods.Span full = Periods.full(curve.times());
            long[] points = Arrays.copyOfRange(curve.times(), full.first(), full.last() + 1);
            add(new Row(number, full.returns(curve.returns())), points);
        }
    }

    /**
     * Adds returns as they come from a sample.
     *
     * @param points the times that the returns lie between
     */
    public void add(Row row, long[] points) {
        if (rows.isEmpty()) {
            times = points;
        }
        if (comparable && row.returns().length != times.length - 1) {
            comparable = false;
            known.add(row);
        }
        if (comparable && Arrays.stream(row.returns()).allMatch(Double::isFinite)) {
            rows.add(row);
            known.add(row);
        }
    }

    /** The same with less of each return, as what lies over a risk-free one; these themselves where that is nothing. */
    public ReturnsSample less(double each) {
        if (each == 0) {
            return this;
        }
        ReturnsSample less = new ReturnsSample(runs);
        less.times = times;
        less.comparable = comparable;
        for (Row row : rows) {
            double[] returns = row.returns().clone();
            Arrays.setAll(returns, period -> returns[period] - each);
            less.rows.add(new Row(row.number(), returns));
        }
        less.known.addAll(less.rows);
        return less;
    }

    /** The runs' returns, in the order in which they were added. */
    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Those of {@link #rows}, and after them the first run that cannot be compared with them, where there is one. */
    public List<Row> known() {
        return Collections.unmodifiableList(known);
    }

    /** The times that the returns lie between, one more than there are returns; none where there is no run. */
    public long[] times() {
        return times;
    }

    /** How many returns each run has. */
    public int periods() {
        return Math.max(0, times.length - 1);
    }

    /** Whether all runs have the same periods: not so where the cycle itself was swept. */
    public boolean comparable() {
        return comparable;
    }

    /** The returns of a run. */
    public Optional<double[]> find(long number) {
        return rows.stream()
                .filter(row -> row.number() == number)
                .map(Row::returns)
                .findFirst();
    }
}
