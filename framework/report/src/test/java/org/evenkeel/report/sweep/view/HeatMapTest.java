package org.evenkeel.report.sweep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepCounts;
import org.evenkeel.report.sweep.SweepGrid;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.sweep.SweepPoints.Status;
import org.evenkeel.report.sweep.SweepPointsBuilder;
import org.evenkeel.report.sweep.view.HeatMap.Choice;
import org.evenkeel.report.sweep.view.HeatMap.Rest;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class HeatMapTest {
    private static final double NEAR = 1e-12;

    /** The figures of all points at a place of two axes, whatever the others are. */
    private static Map<List<Integer>, List<Double>> byPlace(SweepPoints points, int x, int y, int metric) {
        Map<List<Integer>, List<Double>> byPlace = new HashMap<>();
        for (int point = 0; point < points.size(); point++) {
            double value = points.values(metric)[point];
            if (!Double.isNaN(value)) {
                byPlace.computeIfAbsent(List.of(points.at(x)[point], points.at(y)[point]), none -> new ArrayList<>())
                        .add(value);
            }
        }
        return byPlace;
    }

    @SeededTest
    void where_one_half_is_valid_each_place_shows_what_ran_there_or_at_its_mirror_image(long seed) {
        Sweep sweep = new Sweep(SeededSweep.crossover(seed).input());
        SweepPoints points = sweep.points();
        HeatMap map = HeatMap.of(sweep, new Choice(0, 0, 1, Rest.AT_BEST));
        assertTrue(map.mirrored());
        int[] seen = new int[CellState.values().length];
        for (int point = 0; point < points.size(); point++) {
            int column = points.at(0)[point];
            int row = points.at(1)[point];
            if (points.status(point) == Status.INVALID) {
                continue;
            }
            assertEquals(points.values(0)[point], map.values()[row][column]);
            assertEquals(points.values(0)[point], map.values()[column][row]);
            assertEquals(map.states()[row][column], map.states()[column][row]);
            seen[map.states()[row][column].ordinal()]++;
        }
        assertEquals(points.count(Status.FAILED), seen[CellState.FAILED.ordinal()]);
        for (int place = 0; place < 20; place++) {
            assertEquals(CellState.INVALID, map.states()[place][place]);
        }
    }

    @SeededTest
    void where_both_halves_ran_nothing_is_mirrored(long seed) {
        Sweep sweep = new Sweep(SeededSweep.grid(seed, 6, 6).input());
        assertFalse(HeatMap.of(sweep, new Choice(0, 0, 1, Rest.AT_BEST)).mirrored());
    }

    @SeededTest
    void the_others_at_the_bests_values_show_the_runs_that_have_them(long seed) {
        Sweep sweep = new Sweep(SeededSweep.grid(seed, 5, 4, 3).input());
        SweepPoints points = sweep.points();
        int[] best = sweep.input().bestPlace().orElseThrow();
        HeatMap map = HeatMap.of(sweep, new Choice(1, 2, 0, Rest.AT_BEST));
        int compared = 0;
        for (int point = 0; point < points.size(); point++) {
            if (points.at(1)[point] == best[1]) {
                assertEquals(points.values(1)[point], map.values()[points.at(0)[point]][points.at(2)[point]]);
                compared++;
            }
        }
        assertEquals(15, compared);
    }

    @SeededTest
    void the_mean_and_the_best_over_the_others_are_those_of_all_runs_at_a_place(long seed) {
        Sweep sweep =
                new Sweep(SeededSweep.grid(seed, 5, 4, 6).without(0.2, 0.2).input());
        int volatility = 3;
        assertFalse(sweep.points().metrics().get(volatility).higherIsBetter());
        Map<List<Integer>, List<Double>> expected = byPlace(sweep.points(), 0, 1, volatility);
        HeatMap mean = HeatMap.of(sweep, new Choice(volatility, 0, 1, Rest.MEAN));
        HeatMap best = HeatMap.of(sweep, new Choice(volatility, 0, 1, Rest.BEST));
        expected.forEach((place, values) -> {
            double[] row = mean.values()[place.get(1)];
            assertEquals(values.stream().mapToDouble(v -> v).average().orElseThrow(), row[place.get(0)], NEAR);
            assertEquals(
                    values.stream().mapToDouble(v -> v).min().orElseThrow(), best.values()[place.get(1)][place.get(0)]);
            assertEquals(CellState.VALUE, mean.states()[place.get(1)][place.get(0)]);
        });
    }

    @Test
    void failed_undefined_invalid_and_not_run_are_told_apart() {
        SweepInput input = SeededSweep.grid(1, 4, 2).input();
        SweepPointsBuilder builder = SweepPoints.builder(input.grid().points().axes(), SeededSweep.METRICS)
                .done(new int[] {0, 0}, 1, 1, 1, 1, 1)
                .done(new int[] {1, 0}, Double.NaN, 1, 1, 1, 1)
                .failed(new int[] {2, 0}, "it threw")
                .invalid(new int[] {3, 0});
        SweepCounts counts = new SweepCounts(8, List.of(new SweepCounts.LeftOut("no", 1)), 2, 1, 3);
        Sweep sweep = new Sweep(
                SweepInput.of(input.subject(), new SweepGrid(builder.build(), "meanSharpe", counts, Optional.empty())));
        HeatMap map = HeatMap.of(sweep, new Choice(0, 0, 1, Rest.AT_BEST));
        assertEquals(
                List.of(CellState.VALUE, CellState.UNDEFINED, CellState.FAILED, CellState.INVALID),
                List.of(map.states()[0]));
        assertEquals(CellState.NOT_RUN, map.states()[1][0]);
        assertEquals(
                CellState.VALUE,
                HeatMap.of(sweep, new Choice(1, 0, 1, Rest.AT_BEST)).states()[0][1]);
    }

    @Test
    void places_that_were_not_named_are_invalid_where_everything_else_of_the_grid_was_run() {
        SweepInput input = SeededSweep.grid(1, 2, 2).input();
        SweepPoints points = SweepPoints.builder(input.grid().points().axes(), SeededSweep.METRICS)
                .done(new int[] {0, 1}, 1, 1, 1, 1, 1)
                .build();
        SweepCounts all = new SweepCounts(4, List.of(new SweepCounts.LeftOut("no", 3)), 1, 0, 1);
        SweepCounts ended = new SweepCounts(4, List.of(new SweepCounts.LeftOut("no", 2)), 1, 0, 1);
        for (SweepCounts counts : List.of(all, ended)) {
            Sweep sweep = new Sweep(
                    SweepInput.of(input.subject(), new SweepGrid(points, "meanSharpe", counts, Optional.empty())));
            HeatMap map = HeatMap.of(sweep, new Choice(0, 0, 1, Rest.MEAN));
            assertEquals(counts.notRun() == 0 ? CellState.INVALID : CellState.NOT_RUN, map.states()[0][0]);
        }
    }
}
