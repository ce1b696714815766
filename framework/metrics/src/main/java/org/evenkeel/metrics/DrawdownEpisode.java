package org.evenkeel.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.RunningDrawdown;

/**
 * One fall from a peak and the way back. Times are milliseconds since the epoch, UTC.
 *
 * @param peakTime the last point at the peak before the fall
 * @param troughTime the first point of the deepest value
 * @param recoveryTime the first point that stands at the peak again; empty where there is none yet
 * @param endTime the recovery, or the last point of the curve
 * @param depth the trough's distance from the peak as a fraction below zero
 */
public record DrawdownEpisode(long peakTime, long troughTime, OptionalLong recoveryTime, long endTime, double depth) {

    public DrawdownEpisode {
        if (!(peakTime < troughTime && troughTime <= endTime && depth < 0)) {
            throw new IllegalArgumentException("A drawdown falls from its peak to a later trough and ends after it, but"
                    + " has peak " + peakTime + ", trough " + troughTime + ", end " + endTime + " and depth " + depth);
        }
    }

    /** From the peak to the trough. */
    public double daysDown() {
        return (troughTime - peakTime) / Periods.DAY_MILLIS;
    }

    /** From the peak to the recovery, or to the end of the curve. */
    public double days() {
        return (endTime - peakTime) / Periods.DAY_MILLIS;
    }

    /**
     * The deepest drawdowns of a curve, the deepest first; of equal ones the earlier.
     *
     * @return at most {@code limit}; none where the maximum drawdown is undefined, as its figure says
     */
    public static List<DrawdownEpisode> worst(EquityCurve curve, int limit) {
        return all(curve).stream()
                .sorted(Comparator.comparingDouble(DrawdownEpisode::depth))
                .limit(limit)
                .toList();
    }

    /** Every drawdown of a curve in order of time; they do not overlap. */
    public static List<DrawdownEpisode> all(EquityCurve curve) {
        double[] growth = curve.growth();
        if (!(growth[0] > 0) || Double.isNaN(growth[growth.length - 1])) {
            return List.of();
        }
        List<DrawdownEpisode> episodes = new ArrayList<>();
        RunningDrawdown running = new RunningDrawdown();
        long peak = 0;
        long trough = 0;
        double depth = 0;
        for (int i = 0; i < growth.length; i++) {
            long time = curve.times()[i];
            running.add(time, growth[i]);
            if (running.depth() < depth) {
                peak = running.peakTime();
                trough = time;
                depth = running.depth();
            } else if (!running.isUnderWater() && depth < 0) {
                episodes.add(new DrawdownEpisode(peak, trough, OptionalLong.of(time), time, depth));
                depth = 0;
            }
        }
        if (depth < 0) {
            long end = curve.times()[curve.size() - 1];
            episodes.add(new DrawdownEpisode(peak, trough, OptionalLong.empty(), end, depth));
        }
        return List.copyOf(episodes);
    }
}
