package org.evenkeel.sweep.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.evenkeel.api.ParameterException;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;
import org.evenkeel.sweep.MadeUpSweep;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.SweepException;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.search.EvolutionSearch;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.sweep.search.Search;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFolderTest {
    private static final Grid GRID = new Grid(List.of(Axis.parse("a=1:16"), Axis.parse("b=1:9")));

    @TempDir
    private Path folder;

    private static SweepFolder.Plan plan(String... texts) {
        SequencedMap<String, String> plan = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            plan.put(texts[i], texts[i + 1]);
        }
        return new SweepFolder.Plan(plan, List.of("a", "b"), MadeUpSweep.FIGURES);
    }

    private static SweepResult sweep(SweepFolder folder, Search search, long most) {
        MadeUpSweep sweep = new MadeUpSweep(search, GRID);
        return sweep.run(folder, most);
    }

    private static SweepResult whole(Path at, Search search) {
        try (SweepFolder folder = SweepFolder.open(at, plan("x", "1"), false)) {
            SweepResult result = sweep(folder, search, Long.MAX_VALUE);
            folder.finish();
            return result;
        }
    }

    private static void same(SweepResult expected, SweepResult found) {
        assertEquals(expected.best().map(Trial.Done::withoutCurve), found.best().map(Trial.Done::withoutCurve));
        assertEquals(expected.counts().done(), found.counts().done());
        assertEquals(expected.counts().failedRuns(), found.counts().failedRuns());
        assertEquals(expected.sample().rows().size(), found.sample().rows().size(), "runs whose returns are known");
        for (int i = 0; i < expected.sample().rows().size(); i++) {
            assertEquals(
                    expected.sample().rows().get(i).number(),
                    found.sample().rows().get(i).number());
            assertArrayEquals(
                    expected.sample().rows().get(i).returns(),
                    found.sample().rows().get(i).returns());
        }
    }

    @SeededTest
    void a_sweep_that_was_killed_at_any_byte_comes_to_the_same_end_when_it_goes_on(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Search search = seed % 2 == 0 ? new FullSearch(GRID) : new EvolutionSearch(GRID, 90, seed);
        Path one = folder.resolve("whole" + seed);
        SweepResult expected = whole(one, search);
        Path killed = folder.resolve("killed" + seed);
        Files.createDirectories(killed);
        Files.copy(one.resolve("plan.json"), killed.resolve("plan.json"));
        byte[] runs = Files.readAllBytes(one.resolve(SweepFolder.RUNS));
        int header = new String(runs, StandardCharsets.UTF_8).indexOf('\n') + 1;
        int cut = random.nextInt(header, runs.length);
        Files.write(killed.resolve(SweepFolder.RUNS), Arrays.copyOf(runs, cut));
        // The returns are written before the row, and may be cut short anywhere after those of the rows there.
        byte[] returns = Files.readAllBytes(one.resolve("returns.bin"));
        Files.write(killed.resolve("returns.bin"), returns);

        try (SweepFolder resumed = SweepFolder.open(killed, plan("x", "1"), true)) {
            same(expected, sweep(resumed, search, Long.MAX_VALUE));
        }

        assertArrayEquals(runs, Files.readAllBytes(killed.resolve(SweepFolder.RUNS)));
        assertArrayEquals(returns, Files.readAllBytes(killed.resolve("returns.bin")));
    }

    @Test
    void runs_are_read_as_they_were_written() {
        whole(folder, new FullSearch(GRID));
        try (SweepFolder again = SweepFolder.open(folder, plan("x", "1"), true);
                Stream<Trial> runs = again.runs()) {
            List<Trial> read = runs.toList();
            MadeUpSweep sweep = new MadeUpSweep(new FullSearch(GRID), GRID);
            assertEquals(sweep.inMemory(), read);
            assertTrue(read.stream().anyMatch(trial -> trial instanceof Trial.Failed));
        }
    }

    @Test
    void the_runs_of_a_small_and_of_a_large_sweep_can_be_read_while_it_is_open() {
        Grid large = new Grid(List.of(Axis.parse("a=1:60"), Axis.parse("b=1:30")));
        for (Grid grid : List.of(GRID, large)) {
            MadeUpSweep sweep = new MadeUpSweep(new FullSearch(grid), grid);
            try (SweepFolder open = SweepFolder.open(folder.resolve("of" + grid.size()), plan("x", "1"), false)) {
                sweep.run(open, Long.MAX_VALUE);
                try (Stream<Trial> runs = open.runs()) {
                    assertEquals(sweep.inMemory(), runs.toList());
                }
            }
        }
    }

    @Test
    void a_finished_sweep_that_is_resumed_makes_no_run() {
        SweepResult expected = whole(folder, new FullSearch(GRID));
        MadeUpSweep sweep = new MadeUpSweep(new FullSearch(GRID), GRID);
        try (SweepFolder again = SweepFolder.open(folder, plan("x", "1"), true)) {
            same(expected, sweep.run(again, Long.MAX_VALUE));
        }
        assertEquals(1, sweep.runs(), "the best one alone, for its curve");
    }

    @Test
    void runs_over_different_periods_are_still_known_for_such_when_a_sweep_goes_on() {
        List<EquityCurve> curves = List.of(
                EquityCurve.of(new long[] {0, 1, 2, 3}, new double[] {1, 2, 3, 2}),
                EquityCurve.of(new long[] {0, 1, 2, 3}, new double[] {1, 3, 2, 2}),
                EquityCurve.of(new long[] {0, 2, 4}, new double[] {1, 3, 2}));
        try (SweepFolder first = SweepFolder.open(folder, plan("x", "1"), false)) {
            ReturnsSample sample = new ReturnsSample(3);
            first.restore(sample);
            for (int i = 0; i < 3; i++) {
                sample.offer(i, curves.get(i));
                first.add(new Trial.Done(i, new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty()), sample);
            }
            assertFalse(sample.comparable());
        }
        try (SweepFolder again = SweepFolder.open(folder, plan("x", "1"), true)) {
            ReturnsSample sample = new ReturnsSample(3);
            again.restore(sample);
            assertFalse(sample.comparable());
        }
    }

    @Test
    void an_unfinished_sweep_is_not_thrown_away_and_a_finished_one_is_replaced() {
        try (SweepFolder begun = SweepFolder.open(folder, plan("x", "1"), false)) {
            sweep(begun, new FullSearch(GRID), 10);
        }
        SweepException refusal =
                assertThrows(SweepException.class, () -> SweepFolder.open(folder, plan("x", "1"), false));
        assertTrue(refusal.getMessage().contains("--resume"), refusal.getMessage());
        try (SweepFolder resumed = SweepFolder.open(folder, plan("x", "1"), true)) {
            assertTrue(resumed.earlierRuns() >= 10);
            sweep(resumed, new FullSearch(GRID), Long.MAX_VALUE);
            resumed.finish();
        }
        try (SweepFolder replaced = SweepFolder.open(folder, plan("x", "2"), false)) {
            assertEquals(0, replaced.earlierRuns());
            assertTrue(Files.exists(replaced.replaced().orElseThrow().resolve(SweepFolder.RUNS)), "nothing is lost");
        }
    }

    @Test
    void what_somebody_else_keeps_in_a_folder_is_not_written_over() throws IOException {
        Path own = folder.resolve("runs.csv");
        Files.writeString(own, "mine");
        for (boolean resume : new boolean[] {false, true}) {
            SweepException refusal =
                    assertThrows(SweepException.class, () -> SweepFolder.open(folder, plan("x", "1"), resume));
            assertTrue(refusal.getMessage().contains("holds runs.csv and is no sweep's"), refusal.getMessage());
        }
        assertEquals("mine", Files.readString(own));
    }

    @Test
    void a_sweep_with_another_plan_is_not_gone_on_with() {
        whole(folder, new FullSearch(GRID));
        SweepException refusal =
                assertThrows(SweepException.class, () -> SweepFolder.open(folder, plan("x", "2"), true));
        assertTrue(refusal.getMessage().contains("its x is '1', not '2'"), refusal.getMessage());
        Grid other = new Grid(List.of(Axis.parse("a=2:16"), Axis.parse("b=1:9")));
        try (SweepFolder same = SweepFolder.open(folder, plan("x", "1"), true)) {
            MadeUpSweep sweep = new MadeUpSweep(new FullSearch(other), other);
            assertThrows(ParameterException.class, () -> sweep.run(same, Long.MAX_VALUE));
        }
    }

    @Test
    void two_sweeps_do_not_write_to_one_folder() {
        try (SweepFolder first = SweepFolder.open(folder, plan("x", "1"), false)) {
            assertEquals(0, first.earlierRuns());
            SweepException refusal =
                    assertThrows(SweepException.class, () -> SweepFolder.open(folder, plan("x", "1"), true));
            assertTrue(refusal.getMessage().contains("Another sweep is writing"), refusal.getMessage());
        }
    }

    @Test
    void a_sweep_that_is_refused_a_folder_leaves_the_row_that_another_one_is_writing() throws IOException {
        try (SweepFolder first = SweepFolder.open(folder, plan("x", "1"), false)) {
            Files.writeString(first.table(), "0,1,2", StandardOpenOption.APPEND);
            assertThrows(SweepException.class, () -> SweepFolder.open(folder, plan("x", "1"), true));
            assertTrue(Files.readString(first.table()).endsWith("0,1,2"), "half a row, of which the rest comes next");
        }
    }

    @Test
    void a_parameter_that_is_called_like_a_figure_has_a_column_of_its_own() {
        SweepFolder.Plan plan = new SweepFolder.Plan(plan("x", "1").plan(), List.of("score", "b"), MadeUpSweep.FIGURES);
        try (SweepFolder open = SweepFolder.open(folder, plan, false)) {
            assertEquals("set.score", open.parameterColumn("score"));
            assertEquals("b", open.parameterColumn("b"));
        }
    }
}
