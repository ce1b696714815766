package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.sweep.Runner.Task;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class BatchesTest {
    private static final long ENOUGH = Long.MAX_VALUE;
    private static final long MILLISECOND = 1_000_000;

    @SeededTest
    void every_task_is_in_one_batch_and_they_keep_their_order(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Task> tasks = Tasks.of(random.nextInt(3_000));
        Batches batches = new Batches(tasks.iterator());
        List<Task> handedOut = new ArrayList<>();
        for (List<Task> batch = next(batches, random); !batch.isEmpty(); batch = next(batches, random)) {
            handedOut.addAll(batch);
            if (random.nextBoolean()) {
                batches.took(batch.size(), random.nextLong(1, 1_000 * MILLISECOND), random.nextLong(1, 1_000_000));
            }
        }
        assertEquals(tasks, handedOut);
    }

    private static List<Task> next(Batches batches, SplittableRandom random) {
        return batches.next(random.nextInt(1, 9), random.nextLong(1, 10_000_000));
    }

    @Test
    void a_batch_takes_about_a_second_once_it_is_known_how_long_runs_take() {
        Batches batches = new Batches(Tasks.of(20_000).iterator());
        assertTrue(batches.next(2, ENOUGH).size() <= 8);
        batches.took(8, 8 * 2 * MILLISECOND, 1);
        assertEquals(500, batches.next(2, ENOUGH).size());
    }

    @Test
    void short_runs_are_held_back_by_what_their_figures_weigh() {
        Batches batches = new Batches(Tasks.of(20_000).iterator());
        batches.took(10, 10, 10 * 400);
        assertEquals(1_000, batches.next(2, 400_000).size());
    }

    @Test
    void towards_the_end_batches_shrink_so_that_cores_finish_together() {
        Batches batches = new Batches(Tasks.of(400).iterator());
        batches.took(1, 10 * MILLISECOND, 1);
        List<Integer> sizes = new ArrayList<>();
        for (List<Task> batch = batches.next(4, ENOUGH); !batch.isEmpty(); batch = batches.next(4, ENOUGH)) {
            sizes.add(batch.size());
        }
        assertEquals(100, sizes.getFirst());
        assertEquals(sizes.stream().sorted(java.util.Comparator.reverseOrder()).toList(), sizes);
        assertTrue(sizes.getLast() <= 5, () -> "the last of " + sizes);
        assertTrue(sizes.size() < 20, () -> "few of them: " + sizes);
    }

    @Test
    void no_more_tasks_are_looked_ahead_at_than_cores_make_in_a_batch_each() {
        AtomicInteger asked = new AtomicInteger();
        Iterator<Task> all = Tasks.of(1_000).iterator();
        Iterator<Task> counted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Task next() {
                asked.incrementAndGet();
                return all.next();
            }
        };
        Batches batches = new Batches(counted);
        batches.next(3, ENOUGH);
        assertEquals(3 * 8, asked.get());
    }
}
