package org.evenkeel.report.sweep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class CellsTest {
    private static SweepAxis axis(int size) {
        return SweepAxis.numbers(
                "p", IntStream.range(0, size).mapToObj(Integer::toString).toList());
    }

    @Test
    void steps_hold_every_value_once_in_order_and_say_the_first_and_the_last() {
        for (int size = 1; size < 60; size++) {
            for (int most = 1; most < 20; most++) {
                Steps steps = Steps.atMost(List.of(axis(size)), most);
                Map<Integer, List<Integer>> byStep =
                        IntStream.range(0, size).boxed().collect(Collectors.groupingBy(value -> steps.of(0, value)));
                assertEquals(steps.count(0), byStep.size());
                byStep.forEach((step, values) -> assertEquals(
                        values.size() == 1 ? "" + values.getFirst() : values.getFirst() + "–" + values.getLast(),
                        steps.label(0, step)));
            }
        }
    }

    @SeededTest
    void a_cell_of_several_points_has_the_mean_of_those_that_have_the_figure(long seed) {
        SweepPoints points = SeededSweep.grid(seed, 13, 11).without(0.2, 0.2).points();
        Steps steps = Steps.atMost(points.axes(), 4);
        Cells cells = Cells.of(points, steps);
        Map<List<Integer>, List<Double>> expected = new HashMap<>();
        for (int point = 0; point < points.size(); point++) {
            List<Integer> place = List.of(steps.of(0, points.at(0)[point]), steps.of(1, points.at(1)[point]));
            expected.computeIfAbsent(place, none -> new java.util.ArrayList<>()).add(points.values(0)[point]);
        }
        assertEquals(expected.size(), cells.size());
        expected.forEach((place, values) -> {
            int cell = cells.find(new int[] {place.get(0), place.get(1)});
            double mean = values.stream()
                    .filter(value -> !value.isNaN())
                    .mapToDouble(value -> value)
                    .average()
                    .orElse(Double.NaN);
            assertEquals(mean, cells.values(0)[cell], 1e-12);
        });
        assertEquals(-1, cells.find(new int[] {-1, 0}));
        assertEquals(-1, cells.find(new int[] {0, 4}));
    }

    @Test
    void more_points_than_can_be_drawn_are_put_together_and_it_is_said() {
        Sweep sweep = new Sweep(SeededSweep.grid(1, 500, 300).input());
        assertTrue(sweep.cells().size() <= Sweep.MOST_CELLS);
        assertFalse(sweep.isWhole());
        assertTrue(MapView.of(sweep).note().contains("150,000 points are more than can be drawn"));
        Sweep small = new Sweep(SeededSweep.grid(1, 20, 20).input());
        assertTrue(small.isWhole());
        assertEquals("", MapView.of(small).note());
    }

    @SeededTest
    void points_drawn_at_random_are_put_together_in_steps_that_hold_some(long seed) {
        Sweep sweep = new Sweep(SeededSweep.scattered(seed, 400, 3).input());
        assertFalse(sweep.isGrid());
        HeatMap map = HeatMap.of(sweep, new HeatMap.Choice(0, 0, 1, sweep.usualRest()));
        long empty = java.util.Arrays.stream(map.states())
                .flatMap(java.util.Arrays::stream)
                .filter(state -> state == CellState.NOT_RUN)
                .count();
        int places = map.states().length * map.states()[0].length;
        assertTrue(empty < places / 4, () -> empty + " of " + places + " are empty");
    }

    @Test
    void places_beyond_a_table_are_found_by_their_numbers() {
        List<SweepAxis> axes = List.of(axis(3_000), axis(3_000));
        CellIndex index = new CellIndex(Steps.atMost(axes, 3_000));
        index.put(new int[] {2_999, 2_998}, 7);
        assertEquals(7, index.find(new int[] {2_999, 2_998}));
        assertEquals(-1, index.find(new int[] {2_998, 2_999}));
    }
}
