package org.evenkeel.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.Runner.Task;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.Trial;

/**
 * What Spark sends to an executor: makes the runs of a batch. It holds bytes and a number, so that nothing of the house
 * but this class goes through Java's serialisation.
 *
 * @param work what is run, by {@link WorkWire}
 * @param most at most how many runs the sweep has: by this it is known whose curves are wanted
 */
record BatchTask(byte[] work, long most) implements FlatMapFunction<Iterator<byte[]>, byte[]> {
    @Override
    public Iterator<byte[]> call(Iterator<byte[]> batches) {
        Subject subject = Workshop.subject(work);
        List<byte[]> results = new ArrayList<>();
        batches.forEachRemaining(batch -> results.add(TrialsWire.bytes(made(subject, TasksWire.read(batch)))));
        return results.iterator();
    }

    private TrialsWire.Batch made(Subject subject, List<Task> tasks) {
        ReturnsSample sample = new ReturnsSample(most);
        List<Trial> trials = new ArrayList<>(tasks.size());
        long start = System.nanoTime();
        for (Task task : tasks) {
            trials.add(trimmed(Trial.of(subject, task.number(), task.set()), sample));
        }
        return new TrialsWire.Batch(System.nanoTime() - start, trials);
    }

    private static Trial trimmed(Trial trial, ReturnsSample sample) {
        boolean wanted = trial instanceof Trial.Done done
                && done.curve()
                        .filter(curve -> sample.wants(done.number(), curve.size()))
                        .isPresent();
        return trial instanceof Trial.Done done && !wanted ? done.withoutCurve() : trial;
    }
}
