package org.evenkeel.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import scala.jdk.javaapi.CollectionConverters;

/** Knows which executors there are, and says when one is lost. */
final class ExecutorWatch extends SparkListener {
    private final Consumer<String> notes;
    private final Map<String, Integer> cores = new HashMap<>();
    private boolean closing;
    private String lastLoss = "";

    ExecutorWatch(Consumer<String> notes) {
        this.notes = notes;
    }

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded event) {
        seen(event.executorId(), event.executorInfo().totalCores());
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
        cores.remove(event.executorId());
        if (!closing) {
            lastLoss = event.reason().strip();
            notes.accept("Executor " + event.executorId() + " was lost (" + lastLoss
                    + "). The runs that it was at are made again.");
        }
    }

    /** How many cores all executors have. */
    synchronized int cores() {
        return cores.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Why the last executor was lost; empty where none was. */
    synchronized String lastLoss() {
        return lastLoss;
    }

    /** Begins to follow: what has happened before is looked up. */
    void follow(JavaSparkContext spark) {
        spark.sc().addSparkListener(this);
        CollectionConverters.asJava(spark.sc().statusStore().executorList(true))
                .forEach(executor -> seen(executor.id(), executor.totalCores()));
    }

    private synchronized void seen(String id, int itsCores) {
        if (itsCores > 0) {
            cores.put(id, itsCores);
        }
        notifyAll();
    }

    /** Waits until executors have as many cores, or the time is over. */
    synchronized void await(int wanted, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toMillis(); cores() < wanted && left > 0; left = millisUntil(end)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisUntil(long end) {
        return (end - System.nanoTime()) / 1_000_000;
    }

    /** From here on executors that leave are no loss. */
    synchronized void closing() {
        closing = true;
    }
}
