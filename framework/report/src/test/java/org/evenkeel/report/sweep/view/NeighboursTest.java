package org.evenkeel.report.sweep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
    /** Compares every point with every other. */
    private static List<Double> around(SweepPoints points, int of) {
        List<Double> values = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            int there = point;
            boolean isBeside = IntStream.range(0, points.axes().size()).allMatch(axis -> {
                int distance = Math.abs(points.at(axis)[there] - points.at(axis)[of]);
                return points.axes().get(axis).numeric() ? distance <= 1 : distance == 0;
            });
            if (point != of && isBeside && !Double.isNaN(points.values(0)[point])) {
                values.add(points.values(0)[point]);
            }
        }
        return values;
    }

    private static void assertNeighbours(Sweep sweep) {
        Neighbours found = sweep.neighbours();
        assertEquals(sweep.points().size(), found.cells().size());
        for (int point = 0; point < sweep.points().size(); point++) {
            List<Double> expected = around(sweep.points(), point);
            int cell = found.cells().cellOf(point);
            assertEquals(expected.size(), found.counts()[cell]);
            assertEquals(
                    expected.stream().mapToDouble(v -> v).average().orElse(Double.NaN), found.means()[cell], 1e-12);
            assertEquals(expected.stream().min(Comparator.naturalOrder()).orElse(Double.NaN), found.worst()[cell]);
        }
    }

    @SeededTest
    void they_are_the_points_at_most_a_step_away_on_every_numeric_axis(long seed) {
        assertNeighbours(new Sweep(SeededSweep.crossover(seed).input()));
        assertNeighbours(new Sweep(SeededSweep.grid(seed, 5, 6, 4).input()));
    }

    @SeededTest
    void points_of_another_choice_are_none(long seed) {
        assertNeighbours(new Sweep(SeededSweep.grid(seed, 7, 5)
                .withChoices("mode", "sma", "ema", "wma")
                .input()));
    }

    @SeededTest
    void on_a_single_axis_they_are_the_two_beside(long seed) {
        assertNeighbours(new Sweep(SeededSweep.grid(seed, 30).input()));
    }

    @Test
    void with_many_axes_they_are_a_step_away_on_one_axis_at_a_time() {
        assertEquals(26, Neighbours.moves(new int[] {0, 1, 2}, 3).length);
        assertEquals(242, Neighbours.moves(new int[] {0, 1, 2, 3, 4}, 5).length);
        assertEquals(12, Neighbours.moves(new int[] {0, 1, 2, 3, 4, 5}, 6).length);
    }

    @SeededTest
    void a_lonely_peak_ranks_behind_the_plateau(long seed) {
        Sweep sweep = new Sweep(SeededSweep.grid(seed, 12, 12).without(0, 0).input());
        int[] ranked = PlateauView.ranked(sweep);
        assertEquals(144, ranked.length);
        double[] means = sweep.neighbours().means();
        for (int i = 1; i < ranked.length; i++) {
            assertTrue(means[ranked[i]] <= means[ranked[i - 1]]);
        }
        assertEquals(
                IntStream.range(0, 144).mapToDouble(cell -> means[cell]).max().orElseThrow(), means[ranked[0]]);
    }
}
