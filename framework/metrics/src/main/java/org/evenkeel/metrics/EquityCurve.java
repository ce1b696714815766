package org.evenkeel.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.arrays.Returns;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio was worth at each of a series of instants, as columns, with the deposits and withdrawals between
 * them.
 *
 * <p>The columns are taken as they are, not copied: who gives them must not write to them afterwards, and who reads
 * them must not write at all. Values are in USD; they may be zero or negative, but never NaN or infinite.
 */
public final class EquityCurve {

    private final long[] times;
    private final double[] equity;
    private final double @Nullable [] flows;

    private EquityCurve(long[] times, double[] equity, double @Nullable [] flows) {
        this.times = times;
        this.equity = equity;
        this.flows = flows;
    }

    /**
     * A curve without deposits or withdrawals.
     *
     * @param times milliseconds since the epoch, UTC, each later than the one before
     * @param equity the value at each time
     */
    public static EquityCurve of(long[] times, double[] equity) {
        requireColumn("equity", equity, times.length);
        if (times.length == 0) {
            throw new IllegalArgumentException("An equity curve needs at least one point; this one is empty");
        }
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("Times must rise, but point " + i + " is at "
                        + Instant.ofEpochMilli(times[i]) + " and the one before it at "
                        + Instant.ofEpochMilli(times[i - 1]) + "; sort the points and drop duplicates");
            }
        }
        return new EquityCurve(times, equity, null);
    }

    /** A curve of one value per day: each closes its date, at the last millisecond of it in UTC. */
    public static EquityCurve ofDates(List<LocalDate> dates, double[] equity) {
        long[] times = dates.stream()
                .mapToLong(date -> date.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toEpochMilli()
                        - 1)
                .toArray();
        return of(times, equity);
    }

    /**
     * The same curve with its deposits (positive) and withdrawals (negative), so that returns are time weighted.
     *
     * @param flows for each point the money that its equity already holds and the point before does not; the flow at
     *     the first point made the first value and counts for no return
     */
    public EquityCurve withFlows(double[] flows) {
        requireColumn("flows", flows, times.length);
        return new EquityCurve(times, equity, flows);
    }

    private static void requireColumn(String name, double[] column, int length) {
        if (column.length != length) {
            throw new IllegalArgumentException("There are " + length + " times but " + column.length + " values of "
                    + name + "; each time needs one");
        }
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new IllegalArgumentException("The value of " + name + " at point " + i + " is " + column[i]
                        + "; leave out the points that are not known");
            }
        }
    }

    /** How many points there are, at least one. */
    public int size() {
        return times.length;
    }

    /** Milliseconds since the epoch, UTC, rising. Not a copy. */
    public long[] times() {
        return times;
    }

    /** The value at each time. Not a copy. */
    public double[] equity() {
        return equity;
    }

    /** The deposits and withdrawals at each time, empty where none were given. Not a copy. */
    public Optional<double[]> findFlows() {
        return Optional.ofNullable(flows);
    }

    /** The time-weighted simple returns, one fewer than the points; NaN on a base that is not positive. A new array. */
    public double[] returns() {
        return flows == null ? Returns.simple(equity) : Returns.timeWeighted(equity, flows);
    }

    /** The curve with its flows taken out: the equity itself without flows, else the growth of one unit. Not a copy. */
    public double[] growth() {
        return flows == null ? equity : Returns.growth(returns());
    }
}
