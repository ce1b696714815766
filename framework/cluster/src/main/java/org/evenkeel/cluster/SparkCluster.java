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
import org.apache.spark.scheduler.SparkListener;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.remote.Cluster;
import org.evenkeel.sweep.remote.ClusterException;
import org.evenkeel.sweep.remote.Work;

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
        int free = master.isThisProcess() ? 0 : freeCores(master, patience);
        SparkCluster cluster = start(master, patience, notes);
        try {
            cluster.gather(Math.min(free, cluster.mostCores()), notes);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static SparkCluster start(MasterAddress master, Patience patience, Consumer<String> notes) {
        ShippedJars jars = new ShippedJars(Scratch.make());
        try {
            List<Path> handedOver = master.isThisProcess() ? List.of() : jars.of(System.getProperty("java.class.path"));
            JavaSparkContext spark = begin(SparkSettings.of(master, handedOver), master, patience.connect());
            return new SparkCluster(spark, ExecutorWatch.of(spark, notes), patience, jars);
        } catch (RuntimeException e) {
            jars.close();
            throw e;
        }
    }

    private int mostCores() {
        return spark.sc().conf().getInt("spark.cores.max", Integer.MAX_VALUE);
    }

    private static int freeCores(MasterAddress master, Patience patience) {
        MasterState state = MasterState.of(master, patience.connect());
        requireVersion(master, state);
        return state.freeCores();
    }

    /**
     * Makes sure that the workers are of this version, as far as they say.
     *
     * @throws ClusterException when they are not
     */
    static void requireVersion(MasterAddress master, MasterState state) {
        String own = release(org.apache.spark.package$.MODULE$.SPARK_VERSION());
        state.workerPages().stream()
                .findFirst()
                .flatMap(WorkerPage::findVersion)
                .ifPresent(found -> {
                    if (!release(found).equals(own)) {
                        throw Faults.otherVersion(master, found);
                    }
                });
    }

    /** {@code 4.2} of {@code 4.2.0}: within it, all understand each other. */
    private static String release(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
    }

    /** Waits for executors, so that it can be said how many there are; more may come later. */
    private void gather(int expected, Consumer<String> notes) {
        executors.await(1, patience.note());
        if (executors.cores() == 0) {
            notes.accept("No executor has started within " + patience.note().toSeconds()
                    + " s. The master may be short of free cores or memory; this waits for another "
                    + patience.executors().toSeconds() + " s.");
            executors.await(1, patience.executors());
            executors.requireHope(patience.executors());
        }
        executors.await(expected, patience.others());
    }

    /** Starts Spark on a thread of its own, for it may wait longer than anybody cares to. */
    private static JavaSparkContext begin(SparkConf conf, MasterAddress master, Duration patience) {
        CompletableFuture<JavaSparkContext> started = new CompletableFuture<>();
        Thread.ofPlatform().name("spark-start").daemon().start(() -> {
            try {
                started.complete(new JavaSparkContext(conf));
            } catch (Exception | LinkageError e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Faults.notTakenIn(master, patience, e);
        } catch (ExecutionException e) {
            throw Faults.notStarted(master, e);
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
        work.strategy().jar().flatMap(jars::findNew).ifPresent(jar -> spark.addJar(jar.toString()));
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
        while (true) {
            try {
                return job.get(1, TimeUnit.SECONDS).getFirst();
            } catch (TimeoutException e) {
                executors.requireHope(patience.executors());
            } catch (ExecutionException e) {
                throw Faults.of(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The sweep was interrupted.", e);
            }
        }
    }

    /** Lets somebody follow what Spark does. */
    void listen(SparkListener listener) {
        spark.sc().addSparkListener(listener);
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
