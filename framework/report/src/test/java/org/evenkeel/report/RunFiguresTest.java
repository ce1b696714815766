package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricGroup;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class RunFiguresTest {
    @SeededTest
    void with_a_benchmark_or_without_all_other_figures_are_the_same(long seed) {
        SeededRun run = SeededRun.of(seed);
        PerformanceReport with = RunFigures.of(run.input());
        Portfolio book = run.ledger().book(Ledger.MAIN_BOOK);
        PerformanceReport without = RunFigures.of(book);
        Set<Metric> metrics = EnumSet.allOf(Metric.class);
        metrics.removeIf(metric -> metric.group() == MetricGroup.BENCHMARK);
        metrics.forEach(metric -> assertEquals(without.figure(metric), with.figure(metric)));
        assertTrue(with.find(Metric.BETA).isPresent());
        assertTrue(without.find(Metric.BETA).isEmpty());
    }

    @Test
    void a_curve_that_was_valued_twice_at_one_time_counts_the_later_value() {
        Story story = new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000);
        story.value(1, 1_100, 1_100).decide(1_200, 1_200, 1).close(1_200, 1_200);
        PerformanceReport report = RunFigures.of(story.ledger().book(Ledger.MAIN_BOOK));
        assertEquals(0.2, report.find(Metric.TOTAL_RETURN).orElseThrow(), 1e-12);
        assertEquals(1, report.find(Metric.PERIODS).orElseThrow());
    }
}
