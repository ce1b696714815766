package org.evenkeel.sweep;

import java.util.Iterator;
import java.util.function.Consumer;

/** Where runs are made: on the cores of this machine, or on those of others. */
public interface Runner {
    /**
     * A run to be made.
     *
     * @param number its place among the runs of the sweep
     * @param set what is set, by name
     */
    record Task(long number, java.util.SequencedMap<String, String> set) {}

    /**
     * Makes runs.
     *
     * @param tasks asked for one by one, as there is room; asking may block or end at any time
     * @param done is given each run in the order of the tasks, on the calling thread
     */
    void run(Iterator<Task> tasks, Consumer<Trial> done);
}
