package org.evenkeel.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Trial;

/**
 * Makes runs on the executors of a cluster. Each batch of runs is a job of one task: a few more are under way than there
 * are cores, and they are handed on in their order, so the driver's memory does not grow with the number of runs. Where
 * an executor is lost, the batches that it was at are made again, and no others.
 */
final class SparkRunner implements Runner {
    /** For each core one batch that it makes, one that waits for it, and one that waits for its elders. */
    private static final int AHEAD = 3;

    /** What all batches under way may take of the driver's memory, roughly. */
    private static final long MOST_BYTES = 64L << 20;

    private final SparkCluster cluster;
    private final BatchTask task;

    /**
     * @param cluster where runs are made
     * @param task makes them
     */
    SparkRunner(SparkCluster cluster, BatchTask task) {
        this.cluster = cluster;
        this.task = task;
    }

    private record UnderWay(List<Task> tasks, JavaFutureAction<List<byte[]>> job) {}

    @Override
    public void run(Iterator<Task> tasks, Consumer<Trial> done) {
        Deque<UnderWay> underWay = new ArrayDeque<>();
        try {
            if (cluster.hold()) {
                run(new Batches(tasks), underWay, done);
            }
        } finally {
            underWay.forEach(batch -> batch.job().cancel(true));
            cluster.release();
        }
    }

    private void run(Batches batches, Deque<UnderWay> underWay, Consumer<Trial> done) {
        boolean more = true;
        while (more || !underWay.isEmpty()) {
            while (more && underWay.size() < AHEAD * cluster.cores()) {
                more = begin(batches, underWay);
            }
            if (!underWay.isEmpty()) {
                UnderWay first = underWay.element();
                byte[] message = cluster.result(first.job());
                underWay.remove();
                TrialsWire.Batch made = TrialsWire.read(message, first.tasks());
                batches.took(made.trials().size(), made.nanos(), message.length);
                made.trials().forEach(done);
            }
        }
    }

    /** Begins another batch; false where there is none. */
    private boolean begin(Batches batches, Deque<UnderWay> underWay) {
        int cores = cluster.cores();
        List<Task> batch = batches.next(cores, MOST_BYTES / AHEAD / cores);
        if (!batch.isEmpty()) {
            underWay.add(new UnderWay(batch, cluster.submit(task, TasksWire.bytes(batch))));
        }
        return !batch.isEmpty();
    }
}
