package org.evenkeel.state.model;

import java.time.Instant;
import java.util.Arrays;

/**
 * What a book was worth, as columns in time order: before the trades of each cycle, and at the end.
 *
 * @param times epoch milliseconds, never descending
 * @param equity everything, in USD, at what a sale would bring
 * @param cash the reserves and what is in flight, in USD
 * @param flows deposits less withdrawals since the point before, in USD
 */
public record EquityCurve(long[] times, double[] equity, double[] cash, double[] flows) {
    /** No points yet. */
    public static final EquityCurve EMPTY = new EquityCurve(new long[0], new double[0], new double[0], new double[0]);

    /**
     * @throws IllegalArgumentException when the columns differ in length
     */
    public EquityCurve {
        if (equity.length != times.length || cash.length != times.length || flows.length != times.length) {
            throw new IllegalArgumentException("An equity curve has " + times.length + " times, " + equity.length
                    + " values, " + cash.length + " of cash and " + flows.length + " flows: it needs one of each.");
        }
    }

    /** How many points there are. */
    public int size() {
        return times.length;
    }

    /** The time of a point. */
    public Instant time(int point) {
        return Instant.ofEpochMilli(times[point]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquityCurve curve
                && Arrays.equals(times, curve.times)
                && Arrays.equals(equity, curve.equity)
                && Arrays.equals(cash, curve.cash)
                && Arrays.equals(flows, curve.flows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times) * 31 + Arrays.hashCode(equity);
    }

    @Override
    public String toString() {
        return "EquityCurve of " + size() + " points";
    }
}
