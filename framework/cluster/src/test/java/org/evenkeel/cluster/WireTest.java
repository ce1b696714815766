package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.sweep.Runner.Task;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.remote.StrategyCode;
import org.evenkeel.sweep.remote.Work;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

/** What is sent arrives as it was, to the last bit. */
final class WireTest {
    private static final List<Double> ODD =
            List.of(0.0, -0.0, Double.NaN, Double.MIN_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, 0.1 + 0.2);

    @SeededTest
    void tasks_arrive_as_they_were(long seed) {
        List<Task> tasks = tasks(new SplittableRandom(seed));
        List<Task> read = TasksWire.read(TasksWire.bytes(tasks));
        assertEquals(tasks, read);
        for (int i = 0; i < tasks.size(); i++) {
            assertEquals(
                    List.copyOf(tasks.get(i).set().keySet()),
                    List.copyOf(read.get(i).set().keySet()));
        }
    }

    @SeededTest
    void trials_arrive_as_they_were_with_their_curves(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Task> tasks = tasks(random);
        List<Trial> trials = tasks.stream().map(task -> trial(task, random)).toList();
        byte[] bytes = TrialsWire.bytes(new TrialsWire.Batch(seed, trials));
        TrialsWire.Batch read = TrialsWire.read(bytes, tasks);
        assertEquals(seed, read.nanos());
        assertEquals(trials.size(), read.trials().size());
        for (int i = 0; i < trials.size(); i++) {
            assertSame(trials.get(i), read.trials().get(i));
        }
    }

    private static void assertSame(Trial expected, Trial found) {
        if (!(expected instanceof Trial.Done done) || !(found instanceof Trial.Done read)) {
            assertEquals(expected, found);
            return;
        }
        assertEquals(done.withoutCurve(), read.withoutCurve());
        assertEquals(
                List.copyOf(done.figures().keySet()), List.copyOf(read.figures().keySet()));
        assertEquals(done.curve().isPresent(), read.curve().isPresent());
        if (done.curve().isPresent()) {
            assertArrayEquals(done.curve().get().times(), read.curve().get().times());
            assertArrayEquals(done.curve().get().equity(), read.curve().get().equity());
            assertEquals(
                    done.curve().get().findFlows().map(Arrays::toString),
                    read.curve().get().findFlows().map(Arrays::toString));
        }
    }

    @Test
    void work_arrives_as_it_was_but_for_its_jar_and_the_same_work_is_the_same_bytes() {
        Backtest.Period period =
                new Backtest.Period(Instant.parse("2021-01-04T00:00:00Z"), Instant.parse("2025-12-31T23:59:59.999Z"));
        for (OptionalDouble periods : List.of(OptionalDouble.empty(), OptionalDouble.of(252))) {
            Work.Runs runs = new Work.Runs(
                    Map.of("fast", "10", "pairs", "Ωmega-USD"),
                    Map.of("pairs", "Ωmega-USD"),
                    period,
                    new MetricsOptions(periods, 0.02, periods.isPresent()),
                    true);
            Work work = new Work(
                    new StrategyCode("org.example.Mine", Optional.empty()), new Work.Data("s3a://a/b", "12ab"), runs);
            assertEquals(work, WorkWire.read(WorkWire.bytes(work)));
            assertArrayEquals(WorkWire.bytes(work), WorkWire.bytes(WorkWire.read(WorkWire.bytes(work))));
        }
    }

    @Test
    void a_message_that_is_cut_short_is_refused() {
        byte[] whole = TasksWire.bytes(Tasks.of(3));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(UncheckedIOException.class, () -> TasksWire.read(cut));
        }
    }

    private static List<Task> tasks(SplittableRandom random) {
        List<Task> tasks = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            SequencedMap<String, String> set = new LinkedHashMap<>();
            for (int name = random.nextInt(4); name >= 0; name--) {
                set.put("p" + random.nextInt(50), "é\n" + random.nextLong());
            }
            tasks.add(new Task(random.nextLong(Long.MAX_VALUE), set));
        }
        return tasks;
    }

    private static Trial trial(Task task, SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return new Trial.Failed(task.number(), task.set(), "because\tof " + random.nextLong());
        }
        SequencedMap<String, Double> figures = new LinkedHashMap<>();
        for (int i = random.nextInt(3) + 1; i >= 0; i--) {
            figures.put("f" + i, random.nextBoolean() ? random.nextDouble() : ODD.get(random.nextInt(ODD.size())));
        }
        Optional<EquityCurve> curve = random.nextBoolean() ? Optional.of(curve(random)) : Optional.empty();
        return new Trial.Done(task.number(), task.set(), figures, curve);
    }

    private static EquityCurve curve(SplittableRandom random) {
        int size = random.nextInt(1, 4);
        long[] times = new long[size];
        Arrays.setAll(times, i -> i * 1_000L);
        EquityCurve curve = EquityCurve.of(times, random.doubles(size).toArray());
        return random.nextBoolean()
                ? curve
                : curve.withFlows(random.doubles(size).toArray());
    }
}
