package org.evenkeel.sweep.subject;

import java.util.SequencedMap;
import java.util.function.Consumer;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.RunInfo;

/** Where the ledger of each run of the engine is kept. Used by several threads at once. */
public interface Recording {
    /** In memory, until the figures of the run are taken. */
    Recording NONE = (set, run) -> {
        Ledger ledger = new Ledger();
        run.accept(ledger);
        return ledger;
    };

    /**
     * Makes a run on a new ledger.
     *
     * @param set what was set, by name: no two runs set the same
     * @param run fills the ledger
     * @return the ledger, filled
     */
    Ledger record(SequencedMap<String, String> set, Consumer<Ledger> run);

    /** What the ledger says that it is the ledger of. */
    default RunInfo info(Backtest backtest) {
        return backtest.info(backtest.strategy().name(), "memory");
    }
}
