package org.evenkeel.cli.search;

import java.io.PrintStream;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.Progress;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;

/** Tells of the runs of a search, and ends them when the user says so. */
final class SweepProgress implements SweepWatch, AutoCloseable {
    private final Interruption interruption;
    private final Progress progress;

    /**
     * Of a search.
     *
     * @param strategy its name
     * @param most how many runs there are to make at most
     */
    SweepProgress(Interruption interruption, String strategy, long most, PrintStream err) {
        this.interruption = interruption;
        progress = Progress.of(strategy, Progress.Words.RUNS, most, err);
    }

    @Override
    public void runDone(Trial trial) {
        progress.step("");
    }

    @Override
    public void pointLeftOut() {
        progress.leaveOut();
    }

    @Override
    public boolean ended() {
        return interruption.asked();
    }

    @Override
    public void close() {
        progress.close();
    }
}
