package org.evenkeel.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Where the runs of a sweep are written down, one after another. */
public interface RunLog {
    /** The runs that an earlier, unfinished sweep of the same kind wrote down, in their order, without curves. */
    Iterator<Trial> earlier();

    /** Gives back the returns of those runs that were in the sample. */
    void restore(ReturnsSample sample);

    /**
     * Writes a run down.
     *
     * @param trial the run
     * @param sample what is sampled so far; its last row is this run's where it belongs to the sample
     */
    void add(Trial trial, ReturnsSample sample);

    /** Keeps runs in memory, without their curves. */
    final class InMemory implements RunLog {
        private final List<Trial> trials = new ArrayList<>();

        @Override
        public Iterator<Trial> earlier() {
            return Collections.emptyIterator();
        }

        @Override
        public void restore(ReturnsSample sample) {
            // There is nothing from before.
        }

        @Override
        public void add(Trial trial, ReturnsSample sample) {
            trials.add(trial instanceof Trial.Done done ? done.withoutCurve() : trial);
        }

        /** All runs. */
        public List<Trial> trials() {
            return Collections.unmodifiableList(trials);
        }
    }
}
