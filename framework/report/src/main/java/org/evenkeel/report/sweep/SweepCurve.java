package org.evenkeel.report.sweep;

/**
 * A value over time, as columns that are not copied; two are equal only where they hold the very same columns.
 *
 * @param name what it is: Buy and hold
 * @param times in epoch milliseconds, ascending
 * @param values in USD, or as a multiple of what it began with; NaN where there is none
 */
public record SweepCurve(String name, long[] times, double[] values) {
    /**
     * @throws IllegalArgumentException when there is no point, the columns differ in length, or time goes back
     */
    public SweepCurve {
        if (times.length == 0 || times.length != values.length) {
            throw new IllegalArgumentException("The curve '" + name + "' has " + times.length + " times and "
                    + values.length + " values: it needs as many of both, at least one.");
        }
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new IllegalArgumentException(
                        "The times of the curve '" + name + "' must ascend, but point " + i + " does not.");
            }
        }
    }
}
