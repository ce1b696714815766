package org.evenkeel.sweep.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.sweep.Trial;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
    private static final EquityCurve CURVE = EquityCurve.of(new long[] {0, 1}, new double[] {1, 1});
    private static final Trial BEST =
            new Trial.Done(0, new LinkedHashMap<>(), new LinkedHashMap<>(Map.of("sharpe", 50.0)), Optional.of(CURVE));

    /** Runs that score the number of their market, but for those that fail. */
    private static PermutationTest.Result tried(int count, LongPredicate fails) {
        LongFunction<Outcome> runs = seed -> {
            if (fails.test(seed)) {
                throw new IllegalStateException("Market " + seed + " is closed.");
            }
            return new Outcome(new LinkedHashMap<>(Map.of("sharpe", (double) seed)), CURVE);
        };
        return new PermutationTest(runs, Objective.most("sharpe")).of(BEST, count, 2, () -> false);
    }

    @Test
    void once_it_is_ended_no_more_are_tried() {
        LongFunction<Outcome> runs = seed -> {
            throw new IllegalStateException("A run after the end.");
        };
        PermutationTest test = new PermutationTest(runs, Objective.most("sharpe"));
        assertEquals(PermutationTest.Result.NONE, test.of(BEST, 100, 2, () -> true));
    }

    @Test
    void as_good_counts_and_so_does_the_best_itself() {
        PermutationTest.Result result = tried(100, seed -> false);
        assertEquals(new PermutationTest.Result(100, 50, 0, Optional.empty()), result);
        assertEquals(Figure.value(51.0 / 101), result.pValue());
        assertEquals(Optional.empty(), result.findFailures());
    }

    @Test
    void a_run_that_fails_is_neither_as_good_nor_worse_but_left_out_and_told() {
        PermutationTest.Result result = tried(100, seed -> seed % 10 == 3);
        assertEquals(new PermutationTest.Result(100, 45, 10, Optional.of("Market 3 is closed.")), result);
        assertEquals(Figure.value(46.0 / 91), result.pValue());
        assertEquals(
                Optional.of("10 of 100 runs on shuffled markets failed and are left out; the first said: Market 3 is"
                        + " closed."),
                result.findFailures());
    }

    @Test
    void where_more_than_a_tenth_fail_there_is_no_figure_but_a_reason() {
        PermutationTest.Result result = tried(100, seed -> seed < 11);
        assertEquals(Figure.undefined(UndefinedReason.TOO_MANY_FAILED), result.pValue());
        assertTrue(result.findFailures().orElseThrow().startsWith("11 of 100 runs"));
    }

    @Test
    void none_tried_is_no_figure_either() {
        for (PermutationTest.Result result : List.of(tried(0, seed -> true), PermutationTest.Result.NONE)) {
            assertEquals(Figure.undefined(UndefinedReason.NOT_TRIED), result.pValue());
        }
    }
}
