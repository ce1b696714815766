package org.evenkeel.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every metric with its figure, in the order of {@link Metric}.
 *
 * @param figures one for each metric, none left out
 */
public record PerformanceReport(List<NamedFigure> figures) {

    public PerformanceReport {
        figures = List.copyOf(figures);
        List<Metric> metrics = figures.stream().map(NamedFigure::metric).toList();
        if (!metrics.equals(List.of(Metric.values()))) {
            throw new IllegalArgumentException(
                    "A report holds every metric once, in the order of Metric, but holds " + metrics);
        }
    }

    static PerformanceReport of(Map<Metric, Figure> figures) {
        List<NamedFigure> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Figure figure = figures.get(metric);
            if (figure == null) {
                throw new IllegalStateException("No figure was made for " + metric + "; every metric needs one");
            }
            all.add(new NamedFigure(metric, figure));
        }
        return new PerformanceReport(all);
    }

    /** The figure of a metric. */
    public Figure figure(Metric metric) {
        return figures.get(metric.ordinal()).figure();
    }

    /** The value of a metric, empty where it is undefined. */
    public OptionalDouble find(Metric metric) {
        return figure(metric).find();
    }

    /** The figure with this JSON key, empty where there is no such metric. */
    public Optional<NamedFigure> findByKey(String key) {
        return Metric.findByKey(key).map(metric -> figures.get(metric.ordinal()));
    }

    /** The figures of one section, in order. */
    public List<NamedFigure> group(MetricGroup group) {
        return figures.stream().filter(named -> named.metric().group() == group).toList();
    }
}
