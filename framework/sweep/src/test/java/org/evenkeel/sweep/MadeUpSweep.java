package org.evenkeel.sweep;

import java.util.List;
import org.evenkeel.sweep.search.Search;

/** A sweep of a {@link MadeUpSubject}, for tests of what becomes of its runs. */
public final class MadeUpSweep {
    /** The figures of each run. */
    public static final List<String> FIGURES = new MadeUpSubject().figures();

    private final MadeUpSubject subject = new MadeUpSubject();
    private final Sweep sweep;

    /**
     * @param search which points
     * @param grid of which grid
     */
    public MadeUpSweep(Search search, Grid grid) {
        sweep = new Sweep(subject, search, grid.size(), Objective.most(MadeUpSubject.SCORE));
    }

    /** Runs it, and ends it after so many runs. */
    public SweepResult run(RunLog log, long most) {
        return sweep.run(new LocalRunner(subject, 2), log, new SweepWatch() {
            private long done;

            @Override
            public void runDone(Trial trial) {
                done++;
            }

            @Override
            public boolean ended() {
                return done >= most;
            }
        });
    }

    /** All its runs. */
    public List<Trial> inMemory() {
        RunLog.InMemory log = new RunLog.InMemory();
        run(log, Long.MAX_VALUE);
        return log.trials().stream().map(MadeUpSweep::onOneLine).toList();
    }

    private static Trial onOneLine(Trial trial) {
        return trial instanceof Trial.Failed failed
                ? new Trial.Failed(
                        failed.number(), failed.set(), failed.reason().replaceAll("\\s+", " "))
                : trial;
    }

    /** How many runs were made. */
    public long runs() {
        return subject.runs();
    }
}
