package org.evenkeel.report.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.Unit;
import org.evenkeel.report.sweep.SweepPoints.Status;
import org.junit.jupiter.api.Test;

final class SweepPointsTest {
    private static final List<SweepAxis> AXES =
            List.of(SweepAxis.numbers("fast", List.of("5", "10")), SweepAxis.choices("mode", List.of("sma", "ema")));
    private static final List<SweepMetric> METRICS = List.of(
            new SweepMetric("sharpe", "Sharpe", Unit.RATIO, true, "the run was too short"),
            SweepMetric.higher("cagr", "CAGR", Unit.PERCENT));

    private static SweepPointsBuilder builder() {
        return SweepPoints.builder(AXES, METRICS);
    }

    @Test
    void every_point_keeps_its_place_its_fate_and_its_figures() {
        SweepPoints points = builder()
                .done(new int[] {0, 1}, 0.7, Double.NaN)
                .failed(new int[] {1, 0}, "it threw")
                .invalid(new int[] {1, 1})
                .build();
        assertEquals(3, points.size());
        assertEquals(1, points.at(1)[0]);
        assertEquals(0.7, points.values(points.metric("sharpe"))[0]);
        assertEquals(Status.FAILED, points.status(1));
        assertEquals(1, points.count(Status.INVALID));
        assertEquals("it threw", points.failures().get(1));
    }

    @Test
    void a_figure_that_is_undefined_says_why_and_one_that_is_defined_does_not() {
        SweepPoints points = builder()
                .done(new int[] {0, 0}, Double.NaN, 0.1)
                .done(new int[] {0, 1}, List.of(Figure.undefined(UndefinedReason.NO_VARIATION), Figure.value(0)))
                .failed(new int[] {1, 0}, "it threw")
                .build();
        assertEquals(Optional.of("the run was too short"), points.findReason(0, 0));
        assertEquals(Optional.empty(), points.findReason(1, 0));
        assertEquals(Optional.of("the returns do not vary"), points.findReason(0, 1));
        assertEquals(Optional.of("the run failed: it threw"), points.findReason(0, 2));
    }

    @Test
    void more_points_than_were_expected_are_kept_too() {
        SweepPointsBuilder builder = SweepPoints.builder(List.of(SweepAxis.numbers("p", List.of("1"))), METRICS);
        for (int i = 0; i < 10_000; i++) {
            builder.done(new int[] {0}, i, -i);
        }
        SweepPoints points = builder.build();
        assertEquals(10_000, points.size());
        assertEquals(-9_999, points.values(1)[9_999]);
        assertTrue(points.findReason(1, 9_999).isEmpty());
    }

    @Test
    void what_does_not_fit_the_axes_or_the_metrics_is_refused_with_what_would() {
        assertThrows(IllegalArgumentException.class, () -> builder().done(new int[] {0, 2}, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder().done(new int[] {0}, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder().done(new int[] {0, 0}, 1));
        assertThrows(
                IllegalArgumentException.class, () -> builder().done(new int[] {0, 0}, 1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> SweepPoints.builder(List.of(), METRICS));
        SweepPoints none = builder().build();
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> none.metric("sortino"));
        assertTrue(failure.getMessage().contains("[sharpe, cagr]"));
    }

    @Test
    void points_that_were_built_do_not_change_any_more() {
        SweepPointsBuilder builder = builder();
        assertEquals(0, builder.build().size());
        assertThrows(IllegalStateException.class, () -> builder.invalid(new int[] {0, 0}));
    }

    @Test
    void a_numeric_axis_is_of_numbers_that_ascend() {
        assertThrows(IllegalArgumentException.class, () -> SweepAxis.numbers("p", List.of("1", "x")));
        assertThrows(IllegalArgumentException.class, () -> SweepAxis.numbers("p", List.of("2", "1")));
        assertThrows(IllegalArgumentException.class, () -> SweepAxis.choices("p", List.of("a", "a")));
        assertThrows(IllegalArgumentException.class, () -> SweepAxis.choices("p", List.of()));
    }
}
