package org.evenkeel.cli;

import java.nio.file.Path;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;

/** The folder that a backtest writes to. */
final class RunFolder {
    private RunFolder() {}

    /**
     * Begins a run. An earlier backtest of the same strategy is put aside into the folder {@code replaced}: it can be
     * made again. A state of another strategy is left alone.
     *
     * @throws StateConflict when the folder holds the state of another strategy
     * @throws StateException when it cannot be written, or is in use
     */
    static StateStore begin(Path folder, String strategy) {
        StateFolder there = StateFolder.at(folder);
        if (!there.holdsState()) {
            return StateStore.create(folder, Durability.FAST);
        }
        String found = strategyIn(there);
        if (!found.equals(strategy)) {
            throw new StateConflict(folder + " holds the state of the strategy " + found + ", not of " + strategy
                    + ". Give " + strategy + " a folder of its own with --out, or remove that one.");
        }
        return StateStore.replace(folder, Durability.FAST);
    }

    private static String strategyIn(StateFolder there) {
        String[] name = new String[1];
        there.forEachEvent(event -> {
            Ledger ledger = new Ledger();
            ledger.apply(event);
            name[0] = ledger.info().strategy();
            return false;
        });
        return name[0];
    }

    /**
     * The folder of a finished run.
     *
     * @throws UsageException when there is none
     */
    static StateFolder existing(Path folder) {
        StateFolder there = StateFolder.at(folder);
        if (!there.holdsState()) {
            throw new UsageException(folder + " holds no run: give the folder that a backtest wrote, the one with"
                    + " state.json in it.");
        }
        return there;
    }
}
