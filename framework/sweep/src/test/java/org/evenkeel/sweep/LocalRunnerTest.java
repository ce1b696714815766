package org.evenkeel.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.evenkeel.metrics.EquityCurve;
import org.junit.jupiter.api.Test;

class LocalRunnerTest {
    private static final EquityCurve CURVE = EquityCurve.of(new long[] {0, 1}, new double[] {1, 1});

    private static List<Runner.Task> tasks(long count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new Runner.Task(number, new LinkedHashMap<>(Map.of("n", Long.toString(number)))))
                .toList();
    }

    private static Subject subject(UnaryOperator<Outcome> run) {
        return new Subject() {
            @Override
            public List<String> figures() {
                return List.of();
            }

            @Override
            public Optional<String> findRefusal(SequencedMap<String, String> set) {
                return Optional.empty();
            }

            @Override
            public Outcome run(SequencedMap<String, String> set) {
                return run.apply(new Outcome(new LinkedHashMap<>(), CURVE));
            }
        };
    }

    /** Slow runs that wait for their turn would hold up whoever ends a sweep by Ctrl-C. */
    @Test
    void once_it_is_ended_runs_that_have_not_begun_are_not_made() {
        AtomicBoolean ended = new AtomicBoolean();
        List<Trial> made = new ArrayList<>();
        Subject subject = subject(outcome -> {
            assertEquals(false, ended.getAndSet(true), "a run after the end");
            return outcome;
        });
        new LocalRunner(subject, 1, ended::get).run(tasks(100).iterator(), made::add);
        assertEquals(List.of(0L), made.stream().map(Trial::number).toList());
    }

    @Test
    void too_little_memory_is_no_fault_of_a_run_and_ends_them_all() {
        OutOfMemoryError none = new OutOfMemoryError("none left");
        Subject subject = subject(outcome -> {
            throw none;
        });
        LocalRunner runner = new LocalRunner(subject, 2);
        List<Runner.Task> tasks = tasks(3);
        assertSame(none, assertThrows(OutOfMemoryError.class, () -> runner.run(tasks.iterator(), trial -> {})));
    }
}
