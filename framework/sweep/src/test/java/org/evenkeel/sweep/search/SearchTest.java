package org.evenkeel.sweep.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.evenkeel.api.ParameterException;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int MOST_ROUNDS = 10_000;

    private static Grid grid(int... sizes) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            axes.add(Axis.parse((char) ('a' + i) + "=1:" + sizes[i]));
        }
        return new Grid(axes);
    }

    private static double at(SequencedMap<String, String> point, String name) {
        return Double.parseDouble(point.get(name));
    }

    /** Every point that a search tries, in order. */
    private static List<SequencedMap<String, String>> tried(
            Search search, ToDoubleFunction<SequencedMap<String, String>> score) {
        List<SequencedMap<String, String>> points = new ArrayList<>();
        int[] rounds = {0};
        search.run((round, scores) -> {
            round.forEachRemaining(point -> {
                points.add(point);
                scores.score(point, score.applyAsDouble(point));
            });
            return ++rounds[0] < MOST_ROUNDS;
        });
        return points;
    }

    @SeededTest
    void a_random_search_of_the_whole_grid_is_a_permutation_of_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Grid grid = grid(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
        List<SequencedMap<String, String>> points = tried(new RandomSearch(grid, Long.MAX_VALUE, seed), point -> 0);
        assertEquals(grid.size(), points.size());
        assertEquals(grid.size(), new HashSet<>(points).size(), "none twice");
    }

    @Test
    void a_random_search_takes_another_choice_with_another_seed_and_the_same_with_the_same() {
        Grid grid = grid(1_000, 1_000, 1_000);
        List<SequencedMap<String, String>> points = tried(new RandomSearch(grid, 200, 1), point -> 0);
        assertEquals(points, tried(new RandomSearch(grid, 200, 1), point -> 0));
        assertNotEquals(points, tried(new RandomSearch(grid, 200, 2), point -> 0));
    }

    @SeededTest
    void a_random_search_favours_no_part_of_an_axis(long seed) {
        double mean = tried(new RandomSearch(grid(1_000, 1_000), 1_000, seed), point -> 0).stream()
                .mapToDouble(point -> at(point, "a"))
                .average()
                .orElseThrow();
        // A thousand draws of 1 to 1,000: the mean has a standard error of 9.1.
        assertEquals(500.5, mean, 5 * 9.1);
    }

    @SeededTest
    void an_evolution_climbs_a_hill_that_a_random_search_of_as_many_points_hardly_finds(long seed) {
        Grid grid = grid(100, 100, 100);
        ToDoubleFunction<SequencedMap<String, String>> hill =
                point -> -Math.hypot(Math.hypot(at(point, "a") - 71, at(point, "b") - 13), at(point, "c") - 40);
        double climbed = tried(new EvolutionSearch(grid, 600, seed), hill).stream()
                .mapToDouble(hill)
                .max()
                .orElseThrow();
        assertTrue(climbed > -12, "came only within " + -climbed);
    }

    @SeededTest
    void an_evolution_tries_no_point_twice_and_no_more_than_it_may_and_takes_the_same_way_again(long seed) {
        Search search = new EvolutionSearch(grid(7, 5, 3), 60, seed);
        ToDoubleFunction<SequencedMap<String, String>> score = point -> at(point, "a") * at(point, "b");
        List<SequencedMap<String, String>> points = tried(search, score);
        assertEquals(points.size(), new HashSet<>(points).size());
        assertTrue(points.size() <= 60 && points.size() > 20, points.size() + " points");
        assertEquals(points, tried(search, score));
    }

    @SeededTest
    void an_evolution_reaches_every_value_of_an_axis(long seed) {
        List<SequencedMap<String, String>> points =
                tried(new EvolutionSearch(grid(4), 4, seed), point -> at(point, "a"));
        assertEquals(
                4.0,
                points.stream()
                        .map(point -> at(point, "a"))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    @SeededTest
    void points_that_make_no_sense_do_not_use_up_an_evolution(long seed) {
        int[] runs = {0};
        new EvolutionSearch(grid(40, 40), 200, seed).run((points, scores) -> {
            points.forEachRemaining(point -> {
                if (at(point, "a") < at(point, "b")) {
                    runs[0]++;
                    scores.score(point, at(point, "a"));
                }
            });
            return true;
        });
        assertEquals(200, runs[0]);
    }

    @Test
    void an_evolution_among_failures_alone_comes_to_an_end() {
        assertTrue(tried(new EvolutionSearch(grid(3, 3), 9, 1), point -> Double.NaN)
                        .size()
                <= 9);
    }

    @Test
    void a_search_that_tries_nothing_is_refused() {
        assertThrows(ParameterException.class, () -> new RandomSearch(grid(2), 0, 1));
        assertThrows(ParameterException.class, () -> new EvolutionSearch(grid(2), 0, 1));
    }
}
