package org.evenkeel.report.sweep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.OverfittingFigure;
import org.evenkeel.report.sweep.OverfittingTest;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepBest;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepOverfitting;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class SweepViewsTest {
    private static Verdict verdict(OverfittingFigure... figures) {
        SweepInput input = SeededSweep.crossover(1).input();
        return Verdict.of(input.withOverfitting(new SweepOverfitting(List.of(figures), Optional.empty(), 252, 190)));
    }

    private static OverfittingFigure figure(OverfittingTest test, double value) {
        return OverfittingFigure.of(test, value);
    }

    @SeededTest
    void the_table_has_the_best_fifty_of_all(long seed) {
        Sweep sweep = new Sweep(SeededSweep.grid(seed, 20, 20).input());
        double[] values = sweep.points().values(0);
        List<Integer> expected = IntStream.range(0, sweep.points().size())
                .filter(point -> !Double.isNaN(values[point]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer point) -> -values[point]))
                .limit(50)
                .toList();
        assertEquals(expected, RunsView.top(sweep));
    }

    @SeededTest
    void failures_are_counted_by_what_they_failed_of(long seed) {
        Sweep sweep = new Sweep(SeededSweep.grid(seed, 12, 12).without(0.3, 0).input());
        List<RunsView.Failure> failures = RunsView.of(sweep).failures();
        assertEquals(3, failures.size());
        assertEquals(
                sweep.points().count(SweepPoints.Status.FAILED),
                failures.stream()
                        .mapToInt(failure -> Integer.parseInt(failure.count()))
                        .sum());
        for (RunsView.Failure failure : failures) {
            int count = Integer.parseInt(failure.count());
            List<String> which = List.of(failure.which().split("; "));
            assertEquals(Math.min(count, 4), which.size(), failure.which());
            assertTrue(count < 4 || which.getLast().equals(count - 3 + " more"), failure.which());
            int first = sweep.points().failures().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(failure.reason()))
                    .mapToInt(Map.Entry::getKey)
                    .min()
                    .orElseThrow();
            assertEquals(FigureTexts.place(sweep.points(), first), which.getFirst());
        }
    }

    @Test
    void a_choice_that_is_no_better_than_a_coin_is_likely_luck_whatever_else_is_said() {
        Verdict verdict = verdict(
                figure(OverfittingTest.PROBABILITY_OF_OVERFITTING, 0.5),
                figure(OverfittingTest.DEFLATED_SHARPE, 0.97),
                figure(OverfittingTest.PERMUTATION, 0.01));
        assertEquals("The best is likely luck.", verdict.headline());
        assertEquals("bad", verdict.kind());
        assertEquals(
                List.of("For luck", "Against luck", "Against luck"),
                verdict.reasons().stream().map(Verdict.Reason::side).toList());
        assertTrue(verdict.why().startsWith("The first test decides."), verdict.why());
        assertTrue(verdict.why().contains("no better than a coin"), verdict.why());
    }

    @Test
    void a_verdict_says_how_it_follows_from_tests_that_disagree() {
        assertEquals(
                "One test speaks for luck, and that outweighs what speaks against it. Each looks for another way in"
                        + " which luck gets in: to be free of one says nothing of the rest.",
                verdict(
                                figure(OverfittingTest.PROBABILITY_OF_OVERFITTING, 0.04),
                                figure(OverfittingTest.PERMUTATION, 0.4))
                        .why());
        assertTrue(verdict(figure(OverfittingTest.DEFLATED_SHARPE, 0.3), figure(OverfittingTest.PERMUTATION, 0.4))
                .why()
                .startsWith("2 tests speak for luck. "));
        assertTrue(verdict(figure(OverfittingTest.DEFLATED_SHARPE, 0.97), figure(OverfittingTest.PERMUTATION, 0.01))
                .why()
                .startsWith("No test speaks for luck, and 2 speak clearly against it."));
        assertEquals(
                "No test speaks for luck, but fewer than two speak clearly against it.",
                verdict(figure(OverfittingTest.DEFLATED_SHARPE, 0.97)).why());
        assertEquals("", verdict().why());
    }

    @Test
    void luck_is_unlikely_only_where_two_tests_say_so_and_none_the_contrary() {
        assertEquals(
                "Luck alone is unlikely to explain the best.",
                verdict(
                                figure(OverfittingTest.PROBABILITY_OF_OVERFITTING, 0.04),
                                figure(OverfittingTest.DEFLATED_SHARPE, 0.97))
                        .headline());
        assertEquals(
                "Luck cannot be ruled out.",
                verdict(figure(OverfittingTest.PROBABILITY_OF_OVERFITTING, 0.04))
                        .headline());
        assertEquals(
                "The tests disagree: luck may explain the best.",
                verdict(
                                figure(OverfittingTest.PROBABILITY_OF_OVERFITTING, 0.04),
                                figure(OverfittingTest.DEFLATED_SHARPE, 0.3))
                        .headline());
        assertEquals("Whether the best is luck was not tested.", verdict().headline());
    }

    @Test
    void data_shorter_than_so_many_tries_want_speaks_for_luck() {
        Verdict verdict = verdict(figure(OverfittingTest.MINIMUM_LENGTH, 6.4));
        assertEquals("Luck may well explain the best.", verdict.headline());
        assertTrue(verdict.reasons().getFirst().text().contains("6.4 years of data"));
        assertTrue(verdict.reasons().getFirst().text().endsWith("there are 5.0."));
        assertEquals("open", verdict(figure(OverfittingTest.MINIMUM_LENGTH, 4)).kind());
    }

    @Test
    void a_walk_forward_is_told_by_what_it_chose_by_and_not_by_the_objective_of_the_sweep() {
        Sweep sweep = new Sweep(SeededSweep.crossover(1).input());
        assertEquals("Mean Sharpe", sweep.objectiveMetric().label());
        WalkForwardView view = WalkForwardView.of(sweep).orElseThrow();
        assertTrue(view.sentence().contains("(Sharpe, "), view.sentence());
    }

    @Test
    void every_test_says_what_its_figure_means_and_an_undefined_one_why() {
        for (OverfittingTest test : OverfittingTest.values()) {
            OverfittingView.Row row = row(figure(test, 0.4));
            assertTrue(row.meaning().endsWith("."), row.meaning());
            assertEquals("", row.reason());
            OverfittingView.Row undefined = row(OverfittingFigure.undefined(test, "too short"));
            assertEquals(
                    List.of("n/a", "too short", ""),
                    List.of(undefined.value(), undefined.reason(), undefined.meaning()));
        }
        assertEquals(
                "0.4 years", row(figure(OverfittingTest.MINIMUM_LENGTH, 0.4)).value());
        assertEquals(
                "40.00\u00a0%", row(figure(OverfittingTest.PERMUTATION, 0.4)).value());
    }

    private static OverfittingView.Row row(OverfittingFigure figure) {
        SweepInput input = SeededSweep.crossover(1).input();
        return OverfittingView.of(new Sweep(
                        input.withOverfitting(new SweepOverfitting(List.of(figure), Optional.empty(), 252, 190))))
                .rows()
                .getFirst();
    }

    @Test
    void the_summary_says_what_was_run_what_was_left_out_and_what_was_found() {
        Sweep sweep = new Sweep(SeededSweep.crossover(1).without(0, 0).input());
        Summary summary = Summary.of(sweep);
        assertTrue(
                summary.swept()
                        .startsWith(
                                "SmaCrossover was run as arrays with 190 combinations of fast (10 to 48, 20 values)"
                                        + " and slow (10 to 48, 20 values) on a made-up market, from 2021-01-04 to 2025-12-31."),
                summary.swept());
        assertTrue(summary.swept().contains("210 more are invalid and were left out: fast must be below slow."));
        assertTrue(summary.swept().contains("570 runs of this strategy on this data have been made in all"));
        double[] sorted = sweep.sortedObjective();
        assertEquals(190, sorted.length);
        assertTrue(summary.found().contains("with " + FigureTexts.of(sweep.objectiveMetric(), sorted[189])));
    }

    @SeededTest
    void the_best_run_is_told_with_the_figure_of_its_own_point(long seed) {
        SweepInput input = SeededSweep.crossover(seed).without(0, 0).input();
        SweepPoints points = input.grid().points();
        int other = RunsView.top(new Sweep(input)).get(7);
        LinkedHashMap<String, String> parameters = new LinkedHashMap<>();
        for (int axis = 0; axis < 2; axis++) {
            SweepAxis one = points.axes().get(axis);
            parameters.put(one.name(), one.values().get(points.at(axis)[other]));
        }
        Summary summary = Summary.of(new Sweep(input.withBest(SweepBest.of(parameters, List.of()))));
        String figure = FigureTexts.of(SeededSweep.METRICS.getFirst(), points.values(0)[other]);
        assertTrue(summary.found().contains("with " + figure + ";"), summary.found());
        assertEquals(figure, summary.tiles().getFirst().text());
    }

    @SeededTest
    void a_histogram_counts_every_value_once_and_no_bin_lies_on_both_sides_of_nothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(2_000, -random.nextDouble(0.1, 9), 5).toArray();
        Histogram histogram = Histogram.of(values);
        assertEquals(2_000, Arrays.stream(histogram.counts()).sum());
        assertEquals(histogram.counts().length + 1, histogram.edges().length);
        assertTrue(histogram.counts().length <= 42);
        for (int bin = 0; bin < histogram.counts().length; bin++) {
            double low = histogram.edges()[bin];
            double high = histogram.edges()[bin + 1];
            assertTrue(low * high >= -1e-12, () -> low + " to " + high);
            long expected = Arrays.stream(values)
                    .filter(value -> value >= low && value < high)
                    .count();
            assertEquals(expected, histogram.counts()[bin]);
        }
    }

    @Test
    void a_sample_of_a_cloud_is_spread_over_all_of_it() {
        int[] column = IntStream.range(0, 1_000).toArray();
        int[] kept = Sample.of(1_000, 11).of(column);
        assertEquals(11, kept.length);
        assertEquals(0, kept[0]);
        assertEquals(999, kept[10]);
        for (int i = 1; i < kept.length; i++) {
            assertEquals(100, kept[i] - kept[i - 1], 1);
        }
        assertEquals(5, Sample.of(5, 11).of(new int[5]).length);
    }

    @SeededTest
    void strands_keep_all_of_the_best_and_the_worst_and_end_with_the_best(long seed) {
        Sweep sweep = new Sweep(SeededSweep.grid(seed, 15, 15, 15).input());
        double[] sorted = sweep.sortedObjective();
        Strands strands = Strands.of(sweep, 1_000);
        assertEquals(1_000, strands.values().length);
        assertEquals(sorted[0], strands.values()[0]);
        for (int i = 0; i < 300; i++) {
            assertEquals(sorted[sorted.length - 1 - i], strands.values()[999 - i]);
        }
    }
}
