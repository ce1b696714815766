package org.evenkeel.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Makes runs on the cores of this machine, over one data set. A few more runs than threads are under way at a time, so
 * memory does not grow with the number of runs.
 */
public final class LocalRunner implements Runner {
    private static final int AHEAD = 16;

    private final Subject subject;
    private final int threads;

    /**
     * @param subject what is run
     * @param threads how many run at once, 1 or more
     */
    public LocalRunner(Subject subject, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("A sweep needs a thread to run on, but has " + threads + ".");
        }
        this.subject = subject;
        this.threads = threads;
    }

    @Override
    public void run(Iterator<Task> tasks, Consumer<Trial> done) {
        Deque<Future<Trial>> underWay = new ArrayDeque<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("sweep-", 1).daemon().factory())) {
            while (tasks.hasNext()) {
                Task task = tasks.next();
                underWay.add(pool.submit(() -> Trial.of(subject, task.number(), task.set())));
                if (underWay.size() >= AHEAD * threads) {
                    done.accept(finished(underWay.remove()));
                }
                while (!underWay.isEmpty() && underWay.peek().isDone()) {
                    done.accept(finished(underWay.remove()));
                }
            }
            while (!underWay.isEmpty()) {
                done.accept(finished(underWay.remove()));
            }
        }
    }

    private static Trial finished(Future<Trial> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was interrupted.", e);
        } catch (ExecutionException e) {
            // A run's own failures are trials; what is left is the machine's, such as too little memory.
            throw new IllegalStateException("A run could not be made: " + e.getCause(), e.getCause());
        }
    }
}
