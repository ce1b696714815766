package org.evenkeel.metrics.arrays;

/** Falls from the running peak of a column of values. */
public final class Drawdown {

    private Drawdown() {}

    /** The deepest fall as a fraction ≤ 0 (−0.34 is a fall by 34 %); NaN where there is no positive first value. */
    public static double maximum(double[] values) {
        return values.length > 0 && values[0] > 0 ? follow(values).maximum() : Double.NaN;
    }

    /** The longest stay below a peak, in periods; NaN where there is no positive first value. */
    public static double longestPeriods(double[] values) {
        return values.length > 0 && values[0] > 0 ? follow(values).longestDuration() : Double.NaN;
    }

    private static RunningDrawdown follow(double[] values) {
        RunningDrawdown running = new RunningDrawdown();
        for (int i = 0; i < values.length; i++) {
            running.add(i, values[i]);
        }
        return running;
    }

    /**
     * The distance from the running peak at each point, ≤ 0 (the underwater curve).
     *
     * @return as many as the values; all NaN where the first value is not positive
     */
    public static double[] column(double[] values) {
        double[] column = new double[values.length];
        RunningDrawdown running = new RunningDrawdown();
        for (int i = 0; i < values.length; i++) {
            if (!(values[0] > 0)) {
                column[i] = Double.NaN;
                continue;
            }
            running.add(i, values[i]);
            column[i] = running.depth();
        }
        return column;
    }
}
