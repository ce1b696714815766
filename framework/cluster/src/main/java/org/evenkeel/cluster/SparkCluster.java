package org.evenkeel.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.remote.Cluster;
import org.evenkeel.sweep.remote.ClusterException;
import org.evenkeel.sweep.remote.Work;
import org.jspecify.annotations.Nullable;

/** Spark, with this process as the driver. */
final class SparkCluster implements Cluster {
    private final JavaSparkContext spark;
    private final ExecutorWatch executors;
    private final Patience patience;
    private final ShippedJars jars;
    private final ShutdownOrder shutdown;

    private SparkCluster(JavaSparkContext spark, ExecutorWatch executors, Patience patience, ShippedJars jars) {
        this.spark = spark;
        this.executors = executors;
        this.patience = patience;
        this.jars = jars;
        shutdown = new ShutdownOrder();
    }

    /**
     * Reaches a master and asks it for executors.
     *
     * @throws ClusterException when that does not succeed
     */
    static SparkCluster connect(MasterAddress master, Patience patience, Consumer<String> notes) {
        int free = master.isThisProcess()
                ? 0
                : MasterState.of(master, patience.connect()).freeCores();
        ShippedJars jars = new ShippedJars(Scratch.make());
        try {
            SparkConf conf = SparkSettings.of(
                    master, master.isThisProcess() ? List.of() : jars.of(System.getProperty("java.class.path")));
            JavaSparkContext spark = begin(conf, master, patience.connect());
            ExecutorWatch executors = new ExecutorWatch(notes);
            executors.follow(spark);
            executors.await(Math.min(free, conf.getInt("spark.cores.max", Integer.MAX_VALUE)), patience.executors());
            return new SparkCluster(spark, executors, patience, jars);
        } catch (RuntimeException e) {
            jars.close();
            throw e;
        }
    }

    /** Starts Spark on a thread of its own, for it may wait longer than anybody cares to. */
    private static JavaSparkContext begin(SparkConf conf, MasterAddress master, Duration patience) {
        CompletableFuture<JavaSparkContext> started = new CompletableFuture<>();
        Thread.ofPlatform().name("spark-start").daemon().start(() -> {
            try {
                started.complete(new JavaSparkContext(conf));
            } catch (RuntimeException | LinkageError e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Faults.noAnswer(master, patience, e);
        } catch (ExecutionException e) {
            throw Faults.notStarted(master, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start of Spark was interrupted.", e);
        }
    }

    @Override
    public int cores() {
        return Math.max(1, executors.cores());
    }

    @Override
    public Runner runner(Work work, long most) {
        work.strategy().jar().map(jars::findNew).ifPresent(jar -> spark.addJar(jar.toString()));
        return new SparkRunner(this, new BatchTask(WorkWire.bytes(work), most));
    }

    /** Sends a batch off: a job of one task. */
    JavaFutureAction<List<byte[]>> submit(BatchTask task, byte[] batch) {
        return spark.parallelize(List.of(batch), 1).mapPartitions(task).collectAsync();
    }

    /**
     * Waits for what a batch gave.
     *
     * @throws ClusterException when it cannot be made
     */
    byte[] result(JavaFutureAction<List<byte[]>> job) {
        long deserted = System.nanoTime();
        while (true) {
            try {
                return job.get(1, TimeUnit.SECONDS).getFirst();
            } catch (TimeoutException e) {
                deserted = executors.cores() > 0 ? System.nanoTime() : deserted;
                if (System.nanoTime() - deserted > patience.executors().toNanos()) {
                    throw Faults.deserted(patience.executors(), executors.lastLoss(), e);
                }
            } catch (ExecutionException e) {
                throw Faults.of(e, executors.lastLoss());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The sweep was interrupted.", e);
            }
        }
    }

    /** Keeps Spark alive until {@link #release}; false where the process is about to end. */
    boolean hold() {
        return shutdown.hold();
    }

    void release() {
        shutdown.release();
    }

    @Override
    public void close() {
        executors.closing();
        shutdown.close();
        spark.stop();
        jars.close();
    }
}
