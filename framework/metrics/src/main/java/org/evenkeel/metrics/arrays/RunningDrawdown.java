package org.evenkeel.metrics.arrays;

/**
 * Follows a curve from its peak: the present, the deepest and the longest drawdown, in one pass and constant memory.
 *
 * <p>A drawdown begins at the last point that stood at the peak and ends at the first that stands there again. Falls of
 * less than 1e-12 of the peak are taken for rounding. Depths are fractions ≤ 0; times are in whatever unit they are
 * given in. Not safe for use by several threads at once.
 */
public final class RunningDrawdown {

    private boolean started;
    private double peak;
    private long peakTime;
    private double depth;
    private double deepest;
    private long deepestPeak;
    private long deepestEnd;
    private long longest;

    /** Nothing added yet. */
    public RunningDrawdown() {}

    /**
     * Takes the next point.
     *
     * @param time later than every time before
     * @param value the value then; the first must be positive, for a fall is measured from it
     */
    public void add(long time, double value) {
        if (!started) {
            start(time, value);
            return;
        }
        double fall = value / peak - 1;
        if (fall > -Rounding.FALL) {
            stretchTo(time);
            depth = 0;
            peak = Math.max(peak, value);
            peakTime = time;
        } else {
            sink(fall);
            stretchTo(time);
        }
    }

    private void start(long time, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    "A drawdown is measured from a positive first value, but at " + time + " it is " + value);
        }
        started = true;
        peak = value;
        peakTime = time;
    }

    private void sink(double fall) {
        depth = fall;
        if (fall < deepest) {
            deepest = fall;
            deepestPeak = peakTime;
        }
    }

    private void stretchTo(long time) {
        if (depth < 0) {
            longest = Math.max(longest, time - peakTime);
            if (deepestPeak == peakTime) {
                deepestEnd = time;
            }
        }
    }

    /** Whether the last point stands below the peak. */
    public boolean isUnderWater() {
        return depth < 0;
    }

    /** The last point's distance from the peak, ≤ 0. */
    public double depth() {
        return depth;
    }

    /** When the curve last stood at its peak. */
    public long peakTime() {
        return peakTime;
    }

    /** The deepest distance from the peak so far, ≤ 0. */
    public double maximum() {
        return deepest;
    }

    /** From the peak of the deepest drawdown to its recovery, or to the last point where there is none yet. */
    public long maximumDuration() {
        return deepestEnd - deepestPeak;
    }

    /** The longest time from a peak to its recovery, or to the last point where there is none yet. */
    public long longestDuration() {
        return longest;
    }
}
