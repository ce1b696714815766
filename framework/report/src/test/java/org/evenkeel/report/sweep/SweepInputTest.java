package org.evenkeel.report.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.metrics.Unit;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepInputTest {
    @SeededTest
    void the_best_lies_where_its_parameters_say(long seed) {
        SweepInput input = SeededSweep.crossover(seed).input();
        int[] place = input.bestPlace().orElseThrow();
        List<SweepAxis> axes = input.grid().points().axes();
        SweepBest best = input.best().orElseThrow();
        for (int axis = 0; axis < place.length; axis++) {
            assertEquals(
                    best.parameters().get(axes.get(axis).name()),
                    axes.get(axis).values().get(place[axis]));
        }
    }

    @Test
    void a_best_that_is_not_on_the_axes_is_refused() {
        SweepInput input = SeededSweep.crossover(1).input();
        SweepBest best = SweepBest.of(new LinkedHashMap<>(Map.of("fast", "11", "slow", "20")), List.of());
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> input.withBest(best));
        assertTrue(failure.getMessage().contains("fast is 11"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../runs.csv", "javascript:alert(1)", "/etc/passwd", "", "a/b.csv", ".hidden", "a\"b"})
    void a_file_of_runs_that_is_not_beside_the_page_is_refused(String file) {
        SweepGrid grid = SeededSweep.crossover(1).input().grid();
        assertThrows(
                IllegalArgumentException.class,
                () -> new SweepGrid(grid.points(), grid.objective(), grid.counts(), Optional.of(file)));
    }

    @Test
    void counts_say_how_many_were_not_run_and_must_add_up() {
        SweepCounts counts =
                new SweepCounts(400, List.of(new SweepCounts.LeftOut("fast must be below slow", 210)), 180, 2, 500);
        assertEquals(210, counts.invalid());
        assertEquals(8, counts.notRun());
        assertThrows(IllegalArgumentException.class, () -> new SweepCounts(10, List.of(), 9, 2, 11));
        assertThrows(IllegalArgumentException.class, () -> new SweepCounts(10, List.of(), -1, 2, 11));
    }

    @Test
    void a_curve_needs_as_many_values_as_times_and_time_goes_on() {
        assertThrows(IllegalArgumentException.class, () -> new SweepCurve("c", new long[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new SweepCurve("c", new long[] {1, 2}, new double[1]));
        assertThrows(IllegalArgumentException.class, () -> new SweepCurve("c", new long[] {2, 2}, new double[2]));
    }

    @Test
    void a_figure_is_known_by_its_key_alone_over_assets_or_of_an_asset() {
        assertEquals("Mean total return", SweepMetric.ofKey("meanTotalReturn").label());
        assertEquals(Unit.PERCENT, SweepMetric.ofKey("meanTotalReturn").unit());
        assertEquals("AAPL, Volatility", SweepMetric.ofKey("AAPL.volatility").label());
        assertEquals("AAPL.volatility", SweepMetric.ofKey("AAPL.volatility").key());
        assertFalse(SweepMetric.ofKey("AAPL.volatility").higherIsBetter());
        assertEquals("trades", SweepMetric.ofKey("trades").label());
        assertEquals("mean", SweepMetric.ofKey("mean").label());
        assertFalse(SweepMetric.ofKey("sharpe").reversed().higherIsBetter());
    }

    @Test
    void every_test_of_overfitting_is_found_by_its_key() {
        for (OverfittingTest test : OverfittingTest.values()) {
            assertEquals(Optional.of(test), OverfittingTest.findByKey(test.key()));
        }
        assertTrue(OverfittingTest.findByKey("luck").isEmpty());
    }

    @Test
    void a_test_of_overfitting_has_a_value_or_a_reason() {
        assertThrows(
                IllegalArgumentException.class, () -> OverfittingFigure.undefined(OverfittingTest.PERMUTATION, " "));
        assertThrows(
                IllegalArgumentException.class, () -> OverfittingFigure.of(OverfittingTest.PERMUTATION, Double.NaN));
    }

    @Test
    void what_is_added_leaves_the_rest_as_it_is() {
        SweepInput input = SeededSweep.crossover(1).input();
        SweepInput more = input.withNote("one more");
        assertEquals(input.notes().size() + 1, more.notes().size());
        assertArrayEquals(input.bestPlace().orElseThrow(), more.bestPlace().orElseThrow());
        assertEquals(input.overfitting(), more.overfitting());
    }
}
