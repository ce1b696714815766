package org.evenkeel.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.sweep.search.EvolutionSearch;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.sweep.search.RandomSearch;
import org.evenkeel.sweep.search.Search;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Objective MOST = Objective.most(MadeUpSubject.SCORE);

    private static Grid grid(int a, int b) {
        return new Grid(List.of(Axis.parse("a=1:" + a), Axis.parse("b=1:" + b)));
    }

    private static Sweep sweep(Subject subject, Search search, Grid grid) {
        return new Sweep(subject, search, grid.size(), MOST);
    }

    private record Swept(SweepResult result, List<Trial> trials) {}

    private static Swept swept(Search search, Grid grid, int threads) {
        MadeUpSubject subject = new MadeUpSubject();
        RunLog.InMemory log = new RunLog.InMemory();
        SweepResult result = sweep(subject, search, grid).run(new LocalRunner(subject, threads), log, SweepWatch.NONE);
        assertEquals(log.trials().size(), subject.runs(), "each once");
        return new Swept(result, log.trials());
    }

    @Test
    void every_point_that_makes_sense_is_run_once_in_the_order_of_the_grid() {
        Swept swept = swept(new FullSearch(grid(5, 4)), grid(5, 4), 3);
        List<Map<String, String>> looped = new ArrayList<>();
        for (int a = 1; a <= 5; a++) {
            for (int b = 1; b <= 4; b++) {
                if (a != b) {
                    looped.add(Map.of("a", Integer.toString(a), "b", Integer.toString(b)));
                }
            }
        }
        assertEquals(looped, swept.trials().stream().map(Trial::set).toList());
        assertEquals(Map.of("a must differ from b", 4L), swept.result().counts().invalid());
        assertEquals(16, swept.result().counts().done());
        assertEquals(20, swept.result().counts().grid());
    }

    @SeededTest
    void threads_change_nothing(long seed) {
        Grid grid = grid(15, 15);
        for (Search search : List.of(
                new FullSearch(grid), new RandomSearch(grid, 100, seed), new EvolutionSearch(grid, 100, seed))) {
            Swept one = swept(search, grid, 1);
            Swept many = swept(search, grid, 8);
            assertEquals(one.trials(), many.trials(), search.description());
            assertEquals(one.result().counts(), many.result().counts());
            assertEquals(
                    one.result().best().map(Trial.Done::withoutCurve),
                    many.result().best().map(Trial.Done::withoutCurve));
        }
    }

    @Test
    void a_run_that_throws_is_noted_with_its_reason_and_the_sweep_goes_on() {
        Swept swept = swept(new FullSearch(grid(14, 2)), grid(14, 2), 2);
        assertEquals(2, swept.result().counts().failedRuns());
        FailedRuns failed = swept.result().counts().failed().get("thirteen,\nof all \"numbers\"");
        assertEquals(2, failed.count());
        assertEquals("a 13, b 1; a 13, b 2", failed.words());
        assertEquals(24, swept.result().counts().done());
        assertEquals(26, swept.trials().size());
    }

    @Test
    void a_run_may_throw_an_error_of_any_kind() {
        Grid grid = new Grid(List.of(Axis.parse("a=16:18"), Axis.parse("b=1")));
        Swept swept = swept(new FullSearch(grid), grid, 2);
        assertEquals(
                "a 17, b 1", swept.result().counts().failed().get("seventeen").words());
        assertEquals(2, swept.result().counts().done());
    }

    @Test
    void the_best_is_the_first_of_those_with_the_highest_score() {
        Swept swept = swept(new FullSearch(grid(30, 30)), grid(30, 30), 2);
        double highest = Double.NEGATIVE_INFINITY;
        long first = -1;
        for (Trial trial : swept.trials()) {
            if (trial.figure(MadeUpSubject.SCORE) > highest) {
                highest = trial.figure(MadeUpSubject.SCORE);
                first = trial.number();
            }
        }
        assertEquals(first, swept.result().best().orElseThrow().number());
    }

    @Test
    void less_can_be_better_and_what_is_undefined_is_never_the_best() {
        MadeUpSubject subject = new MadeUpSubject();
        Grid grid = grid(9, 9);
        for (Objective objective : List.of(Objective.least(MadeUpSubject.SCORE), Objective.most("undefined"))) {
            RunLog.InMemory log = new RunLog.InMemory();
            SweepResult result = new Sweep(subject, new FullSearch(grid), grid.size(), objective)
                    .run(new LocalRunner(subject, 2), log, SweepWatch.NONE);
            double lowest = log.trials().stream()
                    .mapToDouble(trial -> trial.figure(objective.figure()))
                    .min()
                    .orElseThrow();
            assertEquals(objective.smaller(), result.best().isPresent());
            result.best().ifPresent(best -> assertEquals(lowest, best.figure(MadeUpSubject.SCORE)));
        }
    }

    @Test
    void a_sweep_that_is_ended_finishes_what_is_under_way_and_begins_no_more() {
        MadeUpSubject subject = new MadeUpSubject();
        Grid grid = grid(100, 100);
        AtomicLong done = new AtomicLong();
        SweepWatch watch = new SweepWatch() {
            @Override
            public void runDone(Trial trial) {
                done.incrementAndGet();
            }

            @Override
            public boolean ended() {
                return done.get() >= 50;
            }
        };
        RunLog.InMemory log = new RunLog.InMemory();
        SweepResult result = sweep(subject, new FullSearch(grid), grid).run(new LocalRunner(subject, 2), log, watch);
        assertTrue(result.counts().ended());
        assertEquals(subject.runs(), log.trials().size(), "nothing that was run is lost");
        assertTrue(
                log.trials().size() >= 50 && log.trials().size() < 200,
                log.trials().size() + " runs");
        for (int i = 0; i < log.trials().size(); i++) {
            assertEquals(i, log.trials().get(i).number(), "no gap");
        }
    }

    @Test
    void a_small_sweep_keeps_the_returns_of_every_run_and_a_large_one_those_of_some_and_of_the_best() {
        Swept small = swept(new FullSearch(grid(6, 6)), grid(6, 6), 2);
        assertEquals(30, small.result().sample().rows().size());
        Swept large = swept(new FullSearch(grid(12, 500)), grid(12, 500), 2);
        ReturnsSample sample = large.result().sample();
        assertTrue(
                sample.rows().size() > 1_000 && sample.rows().size() <= 2_001,
                sample.rows().size() + " rows");
        long best = large.result().best().orElseThrow().number();
        assertArrayEquals(
                large.result().best().orElseThrow().curve().orElseThrow().returns(),
                sample.find(best).orElseThrow());
        assertTrue(sample.comparable());
        assertEquals(40, sample.periods());
        assertFalse(large.trials().stream()
                .anyMatch(trial ->
                        trial instanceof Trial.Done done && done.curve().isPresent()));
    }
}
