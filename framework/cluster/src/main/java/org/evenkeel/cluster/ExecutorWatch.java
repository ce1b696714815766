package org.evenkeel.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.evenkeel.sweep.remote.ClusterException;
import scala.jdk.javaapi.CollectionConverters;

/** Knows which executors there are, says when one is lost, and when it makes no sense to wait for more. */
final class ExecutorWatch extends SparkListener {
    /** Spark itself would start executors that cannot live for ever. */
    private static final int MOST_STILLBORN = 5;

    private final JavaSparkContext spark;
    private final Consumer<String> notes;
    private final Map<String, Executor> alive = new HashMap<>();
    private int stillborn;
    private long deserted = System.nanoTime();
    private boolean closing;
    private String lastLoss = "";

    private record Executor(String host, int cores) {}

    private ExecutorWatch(JavaSparkContext spark, Consumer<String> notes) {
        this.spark = spark;
        this.notes = notes;
    }

    /** Begins to follow; what has happened before is looked up. */
    static ExecutorWatch of(JavaSparkContext spark, Consumer<String> notes) {
        ExecutorWatch watch = new ExecutorWatch(spark, notes);
        spark.sc().addSparkListener(watch);
        CollectionConverters.asJava(spark.sc().statusStore().executorList(true)).stream()
                .filter(executor -> executor.totalCores() > 0)
                .forEach(executor ->
                        watch.joined(executor.id(), new Executor(executor.hostPort(), executor.totalCores())));
        return watch;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
        joined(
                event.executorId(),
                new Executor(
                        event.executorInfo().executorHost(),
                        event.executorInfo().totalCores()));
    }

    private synchronized void joined(String id, Executor executor) {
        alive.put(id, executor);
        stillborn = 0;
        notifyAll();
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
        if (closing) {
            return;
        }
        Executor lost = alive.remove(event.executorId());
        lastLoss = event.reason().strip();
        if (lost == null) {
            stillborn++;
        } else {
            deserted = System.nanoTime();
            notes.accept("The executor " + event.executorId() + " on " + lost.host() + " was lost (" + lastLoss
                    + "). What it was at is made again by others.");
        }
        notifyAll();
    }

    /** How many cores all executors have. */
    synchronized int cores() {
        return alive.values().stream().mapToInt(Executor::cores).sum();
    }

    /**
     * Waits until executors have as many cores, or the time is over.
     *
     * @throws ClusterException when no executor can live here
     */
    synchronized void await(int wanted, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toMillis(); cores() < wanted && left > 0; left = millisUntil(end)) {
                requireLife();
                wait(Math.min(left, 1_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisUntil(long end) {
        return (end - System.nanoTime()) / 1_000_000;
    }

    /**
     * Makes sure that it is worth waiting: there are executors, or may be soon.
     *
     * @param patience how long there may be none
     * @throws ClusterException when there are none and none will come
     */
    synchronized void requireHope(Duration patience) {
        requireLife();
        if (alive.isEmpty() && System.nanoTime() - deserted > patience.toNanos()) {
            throw Faults.deserted(patience, lastLoss);
        }
    }

    private void requireLife() {
        if (alive.isEmpty() && (stillborn >= MOST_STILLBORN || spark.sc().isStopped())) {
            throw Faults.stillborn(stillborn, lastLoss, spark.sc().applicationId());
        }
    }

    /** From here on executors that leave are no loss. */
    synchronized void closing() {
        closing = true;
    }
}
