package org.evenkeel.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.evenkeel.sweep.Runner.Task;

/**
 * Cuts runs into batches: few and large ones, as handing one over costs as much as many short runs, and smaller ones
 * towards the end, so that all cores finish together. Tasks are looked ahead at by a batch for each core; the next batch
 * takes each core's share of them. (Guided self-scheduling: Polychronopoulos and Kuck 1987.)
 */
final class Batches {
    /** A batch is to take so long. What a lost executor was at has to be made again, so it is no more. */
    private static final double GOAL_NANOS = 1e9;

    /** Towards the end none is to be shorter than this. */
    private static final double LEAST_NANOS = 5e7;

    private static final int FIRST = 8;
    private static final int MOST = 100_000;

    private final Iterator<Task> tasks;
    private final Deque<Task> ahead = new ArrayDeque<>();
    private boolean known;
    private double nanosARun;
    private double bytesARun;

    /**
     * @param tasks asked for as there is room
     */
    Batches(Iterator<Task> tasks) {
        this.tasks = tasks;
    }

    /**
     * Learns what runs cost.
     *
     * @param runs how many
     * @param nanos how long they took
     * @param bytes how long the message about them was
     */
    void took(int runs, long nanos, long bytes) {
        double latest = Math.max(1, (double) nanos / runs);
        nanosARun = known ? (nanosARun + latest) / 2 : latest;
        bytesARun = Math.max(1, (double) bytes / runs);
        known = true;
    }

    /**
     * The next batch; empty once there are no more runs to be made.
     *
     * @param cores how many batches are made at once
     * @param bytes how long the message about a batch may be, roughly
     */
    List<Task> next(int cores, long bytes) {
        int most = known ? lasting(GOAL_NANOS, bytes) : FIRST;
        int least = known ? lasting(LEAST_NANOS, bytes) : 1;
        while (ahead.size() < (long) cores * most && tasks.hasNext()) {
            ahead.add(tasks.next());
        }
        int size = Math.clamp(Math.ceilDiv(ahead.size(), cores), least, most);
        List<Task> batch = new ArrayList<>(size);
        while (batch.size() < size && !ahead.isEmpty()) {
            batch.add(ahead.remove());
        }
        return batch;
    }

    private int lasting(double nanos, long bytes) {
        return Math.clamp((long) Math.min(nanos / nanosARun, bytes / bytesARun), 1, MOST);
    }
}
