package org.evenkeel.metrics;

import java.util.Arrays;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Returns;

/**
 * Two curves over the times that both have: returns from one common time to the next, over the full periods
 * ({@link Periods#full}) of these times.
 */
final class AlignedReturns {

    private final long[] times;
    private final double[] ownGrowth;
    private final double[] otherGrowth;
    private final double[] own;
    private final double[] other;

    private AlignedReturns(long[] times, double[] ownGrowth, double[] otherGrowth) {
        this.times = times;
        this.ownGrowth = ownGrowth;
        this.otherGrowth = otherGrowth;
        Periods.Span full = Periods.full(times);
        own = Returns.simple(full.points(ownGrowth));
        other = Returns.simple(full.points(otherGrowth));
    }

    static AlignedReturns of(long[] times, double[] growth, EquityCurve benchmark) {
        double[] own = new double[times.length];
        double[] other = new double[times.length];
        long[] common = new long[times.length];
        double[] benchmarkGrowth = benchmark.growth();
        int count = 0;
        for (int i = 0, j = 0; i < times.length && j < benchmark.size(); ) {
            long left = times[i];
            long right = benchmark.times()[j];
            if (left == right) {
                common[count] = left;
                own[count] = growth[i];
                other[count++] = benchmarkGrowth[j];
            }
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return new AlignedReturns(Arrays.copyOf(common, count), Arrays.copyOf(own, count), Arrays.copyOf(other, count));
    }

    /** The same with at most one point per UTC day, its close. */
    AlignedReturns byDays() {
        int[] closes = Periods.closesOfDays(times);
        if (closes.length == times.length) {
            return this;
        }
        long[] days = Arrays.stream(closes).mapToLong(i -> times[i]).toArray();
        return new AlignedReturns(days, pick(ownGrowth, closes), pick(otherGrowth, closes));
    }

    private static double[] pick(double[] column, int[] positions) {
        return Arrays.stream(positions).mapToDouble(i -> column[i]).toArray();
    }

    long[] times() {
        return times;
    }

    /** The curve's returns, NaN where undefined. */
    double[] own() {
        return own;
    }

    /** The benchmark's returns, NaN where undefined. */
    double[] other() {
        return other;
    }

    /** The benchmark's growth over the common times less one; its first value must be positive. */
    double benchmarkTotal() {
        return otherGrowth[otherGrowth.length - 1] / otherGrowth[0] - 1;
    }
}
