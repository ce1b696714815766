package org.evenkeel.sweep.validation;

import java.util.List;
import org.evenkeel.sweep.RunLog;

/** Where the steps of a walk-forward are written down, one after another. */
public interface WalkLog {
    /** Keeps nothing but the runs of the step under way. */
    WalkLog IN_MEMORY = new WalkLog() {
        @Override
        public List<WalkForward.Fold> earlier(List<WalkForward.Window> windows) {
            return List.of();
        }

        @Override
        public RunLog begin(int step) {
            return new RunLog.InMemory();
        }

        @Override
        public void finish(int step, WalkForward.Fold fold) {
            // Nothing is kept.
        }
    };

    /**
     * The steps that an earlier, unfinished walk finished.
     *
     * @param windows those of this walk, which are the same
     */
    List<WalkForward.Fold> earlier(List<WalkForward.Window> windows);

    /**
     * Where the runs of a step are written down; those that are there from before are not made again.
     *
     * @param step which one, from 0 on
     */
    RunLog begin(int step);

    /** Writes down what came of a step. */
    void finish(int step, WalkForward.Fold fold);
}
