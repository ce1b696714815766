package org.evenkeel.sweep.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.Trial;

/**
 * A log whose runs are counted in a ledger: each is in the ledger before anybody can see it in the log, so the process
 * may be killed at any time and none that was seen goes uncounted.
 *
 * <p>A run that was counted when the process was killed, but not yet written down, is made again where the sweep goes on,
 * and not counted again. One that the log has and the ledger has not, as where the machine went down, is counted then.
 */
public final class CountedLog implements RunLog {
    private static final String SHARPE = "sharpe";

    private final RunLog log;
    private final TrialLedger ledger;
    private final UnaryOperator<Map<String, String>> everything;
    /** What was counted before this sweep went on; empty where it begins, and once it is under way. */
    private Optional<TrialLedger.Counted> before = Optional.empty();

    /**
     * @param log where runs are written down
     * @param ledger where they are counted
     * @param everything all that a run follows from, of what it sets
     */
    public CountedLog(RunLog log, TrialLedger ledger, UnaryOperator<Map<String, String>> everything) {
        this.log = log;
        this.ledger = ledger;
        this.everything = everything;
    }

    @Override
    public Iterator<Trial> earlier() {
        Iterator<Trial> runs = log.earlier();
        before = runs.hasNext() ? Optional.of(ledger.counted()) : Optional.empty();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return runs.hasNext();
            }

            @Override
            public Trial next() {
                Trial run = runs.next();
                takeOver(run);
                return run;
            }
        };
    }

    private void takeOver(Trial run) {
        boolean counted =
                before.filter(ledger -> ledger.has(everything.apply(run.set()))).isPresent();
        if (!counted) {
            count(run);
        }
    }

    @Override
    public void restore(ReturnsSample sample) {
        log.restore(sample);
    }

    @Override
    public void add(Trial trial, ReturnsSample sample) {
        boolean counted = before.filter(ledger -> ledger.endsWith(everything.apply(trial.set())))
                .isPresent();
        before = Optional.empty();
        if (!counted) {
            count(trial);
        }
        log.add(trial, sample);
    }

    private void count(Trial run) {
        ledger.add(everything.apply(run.set()), run.figure(SHARPE));
    }
}
