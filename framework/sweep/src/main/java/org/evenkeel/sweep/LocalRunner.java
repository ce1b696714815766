package org.evenkeel.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Makes runs on the cores of this machine, over one data set. A few more runs than threads are under way at a time, so
 * memory does not grow with the number of runs.
 */
public final class LocalRunner implements Runner {
    private static final int AHEAD = 16;

    private final Subject subject;
    private final int threads;
    private final BooleanSupplier ended;

    /**
     * @param subject what is run
     * @param threads how many run at once, 1 or more
     */
    public LocalRunner(Subject subject, int threads) {
        this(subject, threads, () -> false);
    }

    /**
     * @param subject what is run
     * @param threads how many run at once, 1 or more
     * @param ended whether no more runs are wanted: those that have begun are made, and no others
     */
    public LocalRunner(Subject subject, int threads, BooleanSupplier ended) {
        if (threads < 1) {
            throw new IllegalArgumentException("A sweep needs a thread to run on, but has " + threads + ".");
        }
        this.subject = subject;
        this.threads = threads;
        this.ended = ended;
    }

    @Override
    public void run(Iterator<Task> tasks, Consumer<Trial> done) {
        Deque<Future<Optional<Trial>>> underWay = new ArrayDeque<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("sweep-", 1).daemon().factory())) {
            boolean goesOn = true;
            while (goesOn && tasks.hasNext()) {
                Task task = tasks.next();
                underWay.add(pool.submit(() -> run(task)));
                if (underWay.size() >= AHEAD * threads) {
                    goesOn = handOver(underWay.remove(), done);
                }
                while (goesOn && !underWay.isEmpty() && underWay.peek().isDone()) {
                    goesOn = handOver(underWay.remove(), done);
                }
            }
            while (goesOn && !underWay.isEmpty()) {
                goesOn = handOver(underWay.remove(), done);
            }
        }
    }

    /** Empty where it is ended before the run has begun. */
    private Optional<Trial> run(Task task) {
        return ended.getAsBoolean() ? Optional.empty() : Optional.of(Trial.of(subject, task.number(), task.set()));
    }

    /** Whether the run was made; where it was not, those after it are not wanted either, for a log has no gaps. */
    private static boolean handOver(Future<Optional<Trial>> run, Consumer<Trial> done) {
        Optional<Trial> made = finished(run);
        made.ifPresent(done);
        return made.isPresent();
    }

    private static Optional<Trial> finished(Future<Optional<Trial>> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was interrupted.", e);
        } catch (ExecutionException e) {
            // A run's own failures are trials; what is left is the machine's, such as too little memory.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A run could not be made: " + e.getCause(), e.getCause());
        }
    }
}
