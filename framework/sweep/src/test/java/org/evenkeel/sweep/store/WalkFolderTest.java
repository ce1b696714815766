package org.evenkeel.sweep.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;
import org.evenkeel.sweep.LocalRunner;
import org.evenkeel.sweep.MadeUpSubject;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.sweep.validation.WalkForward;
import org.evenkeel.sweep.validation.WalkLog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk-forward on disk, ended at one place or another. */
class WalkFolderTest {
    private static final Grid GRID = new Grid(List.of(Axis.parse("a=1:5"), Axis.parse("b=1:4")));
    /** Four of the twenty points make no sense. */
    private static final int RUNS = 16;

    @TempDir
    private Path folder;

    private final MadeUpSubject subject = new MadeUpSubject();

    private static List<WalkForward.Window> windows() {
        Instant from = Instant.parse("2021-01-01T00:00:00Z");
        return new WalkForward.Scheme(Duration.ofDays(30), Duration.ofDays(10), Duration.ZERO, false)
                .windows(new Backtest.Period(from, from.plus(Duration.ofDays(70))));
    }

    private List<WalkForward.Fold> walk(WalkLog log, SweepWatch watch) {
        return new WalkForward(
                        new FullSearch(GRID),
                        GRID.size(),
                        Objective.most(MadeUpSubject.SCORE),
                        period -> subject,
                        there -> new LocalRunner(there, 1))
                .run(windows(), log, watch);
    }

    private static SweepFolder.Plan plan() {
        SequencedMap<String, String> plan = new LinkedHashMap<>();
        plan.put("grid", GRID.toString());
        return new SweepFolder.Plan(plan, List.of("a", "b"), List.of(MadeUpSubject.SCORE, "undefined"));
    }

    /** Ends a walk once so many runs are done. */
    private static SweepWatch until(int most) {
        AtomicInteger runs = new AtomicInteger();
        return new SweepWatch() {
            @Override
            public void runDone(Trial trial) {
                runs.incrementAndGet();
            }

            @Override
            public boolean ended() {
                return runs.get() >= most;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, RUNS, RUNS + 1, 2 * RUNS + 9, 4 * RUNS})
    void a_walk_that_was_ended_goes_on_without_making_the_runs_of_finished_steps_again(int runs) {
        List<WalkForward.Fold> whole = walk(WalkLog.IN_MEMORY, SweepWatch.NONE);
        int steps = whole.size();
        long ofAWalk = subject.runs();
        assertEquals(steps * (RUNS + 1L), ofAWalk, "each step has its runs and a test");

        int finished;
        try (WalkFolder first = WalkFolder.open(folder, plan(), false)) {
            finished = walk(first, until(runs)).size();
            assertTrue(finished < steps);
        }
        long before = subject.runs();
        try (WalkFolder second = WalkFolder.open(folder, plan(), true)) {
            assertEquals(finished, second.steps());
            List<WalkForward.Fold> resumed = walk(second, SweepWatch.NONE);
            assertSame(whole, resumed);
        }
        long again = subject.runs() - before;
        assertTrue(again <= (steps - finished) * (RUNS + 1L) + 1, again + " runs after " + finished + " steps");
        try (WalkFolder third = WalkFolder.open(folder, plan(), true)) {
            long now = subject.runs();
            assertSame(whole, walk(third, SweepWatch.NONE));
            assertEquals(now, subject.runs(), "nothing is left to run");
        }
    }

    private static void assertSame(List<WalkForward.Fold> expected, List<WalkForward.Fold> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).window(), actual.get(i).window());
            assertEquals(
                    expected.get(i).chosen().withoutCurve(),
                    actual.get(i).chosen().withoutCurve());
            assertEquals(
                    expected.get(i).tested().figures(), actual.get(i).tested().figures());
            assertArrayEquals(
                    expected.get(i).tested().curve().equity(),
                    actual.get(i).tested().curve().equity());
            assertArrayEquals(
                    expected.get(i).tested().curve().times(),
                    actual.get(i).tested().curve().times());
        }
    }
}
