package org.evenkeel.report.sweep;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
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

    private static final String USUALLY = "the run had too few returns or trades for it";
    private static final String MEAN = "mean";

    /** One of the house's metrics. */
    public static SweepMetric of(Metric metric) {
        return new SweepMetric(metric.key(), metric.label(), metric.unit(), !LOWER_IS_BETTER.contains(metric), USUALLY);
    }

    /**
     * The figure of a key: one of the house's metrics, {@code sharpe}; the mean of one over assets, {@code meanSharpe};
     * that of an asset, {@code AAPL.sharpe}; or else a bare number of which more is better.
     */
    public static SweepMetric ofKey(String key) {
        int point = key.lastIndexOf('.');
        String own = key.substring(point + 1);
        String ofAsset = point < 0 ? "" : key.substring(0, point) + ", ";
        Optional<Metric> metric = Metric.findByKey(own);
        if (metric.isPresent()) {
            return of(metric.get()).named(key, ofAsset + metric.get().label());
        }
        Optional<Metric> mean = Metric.findByKey(withoutMean(own));
        if (mean.isPresent()) {
            return of(mean.get())
                    .named(key, ofAsset + "Mean " + within(mean.get().label()));
        }
        return higher(key, ofAsset + own, Unit.COUNT);
    }

    private static String withoutMean(String key) {
        String rest = key.startsWith(MEAN) ? key.substring(MEAN.length()) : "";
        return rest.isEmpty() ? key : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
    }

    /** The label within a longer one: total return, but Sharpe and CAGR. */
    private static String within(String label) {
        return label.contains(" ") ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }

    private SweepMetric named(String otherKey, String otherLabel) {
        return new SweepMetric(otherKey, otherLabel, unit, higherIsBetter, ifUndefined);
    }

    /** A figure of which more is better. */
    public static SweepMetric higher(String key, String label, Unit unit) {
        return new SweepMetric(key, label, unit, true, USUALLY);
    }

    /** A figure of which less is better. */
    public static SweepMetric lower(String key, String label, Unit unit) {
        return new SweepMetric(key, label, unit, false, USUALLY);
    }

    /** The same, less being better where more was and the other way round. */
    public SweepMetric reversed() {
        return new SweepMetric(key, label, unit, !higherIsBetter, ifUndefined);
    }
}
