package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {

    @ParameterizedTest
    @EnumSource
    void every_metric_explains_itself_and_is_found_by_its_key(Metric metric) {
        assertTrue(metric.key().matches("[a-z][a-zA-Z]*"), metric.key());
        assertTrue(metric.label().length() > 2);
        assertTrue(metric.formula().length() > 2 && !metric.formula().contains("\n"));
        assertTrue(metric.source().length() > 2);
        assertEquals(Optional.of(metric), Metric.findByKey(metric.key()));
    }

    @Test
    void an_unknown_key_finds_nothing() {
        assertEquals(Optional.empty(), Metric.findByKey("sharp"));
    }

    @Test
    void the_keys_that_other_programs_read_are_there() {
        List<String> promised = List.of(
                "totalReturn", "cagr", "volatility", "sharpe", "sortino", "calmar", "maxDrawdown", "alpha", "beta");
        promised.forEach(key -> assertTrue(Metric.findByKey(key).isPresent(), key));
    }

    @Test
    void the_metrics_of_a_group_stand_together() {
        List<MetricGroup> groups =
                Arrays.stream(Metric.values()).map(Metric::group).toList();
        long changes = 1;
        for (int i = 1; i < groups.size(); i++) {
            changes += groups.get(i) == groups.get(i - 1) ? 0 : 1;
        }
        assertEquals(MetricGroup.values().length, changes);
    }

    @Test
    void a_figure_of_a_report_is_found_by_its_key_and_in_its_group() {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.daily(100, 110, 99)));
        NamedFigure found = report.findByKey("totalReturn").orElseThrow();
        assertEquals(new NamedFigure(Metric.TOTAL_RETURN, report.figure(Metric.TOTAL_RETURN)), found);
        assertTrue(report.group(MetricGroup.RETURN).contains(found));
        assertTrue(report.findByKey("nothing").isEmpty());
        assertEquals(
                report.figures(),
                Arrays.stream(MetricGroup.values())
                        .flatMap(group -> report.group(group).stream())
                        .toList());
        assertEquals("Reward for risk", MetricGroup.REWARD.label());
    }

    @Test
    void a_report_that_leaves_out_a_metric_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new PerformanceReport(List.of()));
    }
}
