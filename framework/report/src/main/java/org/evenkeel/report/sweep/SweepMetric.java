package org.evenkeel.report.sweep;

import java.util.EnumSet;
import java.util.Set;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Unit;

/**
 * A figure that each run of a sweep has.
 *
 * @param key its name in tables and JSON: {@code meanSharpe}
 * @param label its name for people: Mean Sharpe
 * @param unit what it is counted in
 * @param higherIsBetter whether more of it is better
 * @param ifUndefined why a run may have none, for runs of which nothing closer is known; a sentence without capital or
 *     full stop
 */
public record SweepMetric(String key, String label, Unit unit, boolean higherIsBetter, String ifUndefined) {
    private static final Set<Metric> LOWER_IS_BETTER = EnumSet.of(
            Metric.VOLATILITY,
            Metric.MAX_DRAWDOWN_DURATION,
            Metric.LONGEST_DRAWDOWN_DURATION,
            Metric.DOWN_CAPTURE,
            Metric.KURTOSIS,
            Metric.TURNOVER,
            Metric.FEES_PAID,
            Metric.IMPACT_PAID,
            Metric.GAS_PAID,
            Metric.COSTS_PAID);

    /** One of the house's metrics. */
    public static SweepMetric of(Metric metric) {
        return new SweepMetric(
                metric.key(),
                metric.label(),
                metric.unit(),
                !LOWER_IS_BETTER.contains(metric),
                "the run had too few returns or trades for it");
    }

    /** A figure of which more is better. */
    public static SweepMetric higher(String key, String label, Unit unit) {
        return new SweepMetric(key, label, unit, true, "the run had too few returns or trades for it");
    }
}
